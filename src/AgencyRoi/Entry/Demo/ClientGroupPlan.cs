namespace AgencyRoi.Entry.Demo;

/// <summary>A group of a demo agency's clients, which are named by their references.</summary>
internal sealed record ClientGroupPlan(string Reference, string Name, params IReadOnlyList<string> Clients);
