namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>One thing that one side says of a case: what must be equal on both sides, and a text for people and for deviations.</summary>
internal sealed record Finding(string Key, string Text)
{
    public static implicit operator Finding(string text) => new(text, text);
}

/// <summary>
/// A finding of one side that the other has not. Of several with one key any may be the one: the texts of all of them.
/// </summary>
internal sealed record Difference(string Side, IReadOnlyList<string> Texts)
{
    public override string ToString() => $"{Side}: {string.Join(" or ", Texts)}";
}
