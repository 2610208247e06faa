using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Goals;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.KpiDefinitions;

/// <summary>
/// How an indicator, or what a type of goal is after, is measured from a day on. It is never changed: a later one for the same day takes
/// its place, and one from a later day is a break in the series.
/// </summary>
[TenantOwned]
[Node]
internal sealed class KpiDefinition : DatedRow
{
    private KpiDefinition() { }

    private KpiDefinition(AgencyId tenantId, DateOnly from, int revision, DateTimeOffset now)
        : base(tenantId, from, revision, now) { }

    [GraphQLIgnore]
    public string Subject { get; private init; } = "";

    /// <summary>The type of goals that it is about; null: it is about an indicator.</summary>
    public GoalType? GoalType { get; private init; }

    /// <summary>The indicator that it is about, whatever its case and spaces; null: it is about a type of goals.</summary>
    public string? Indicator { get; private init; }

    /// <summary>As the agency calls it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The definition: what is counted, over what, and what is left out.</summary>
    public string Formula { get; private init; } = "";

    /// <summary>The person who decided it.</summary>
    public string Author { get; private init; } = "";

    /// <summary>The first day on which it holds; it holds until a later one begins.</summary>
    public override DateOnly EffectiveFrom { get; protected init; }

    public static KpiDefinition Create(AgencyId tenantId, SetKpiDefinitionInput input, int revision, DateTimeOffset now) =>
        new(tenantId, input.EffectiveFrom, revision, now)
        {
            Subject = SubjectOf(input.GoalType, input.Indicator),
            GoalType = input.GoalType,
            Indicator = input.Indicator,
            Name = input.Name,
            Formula = input.Formula,
            Author = input.Author,
        };

    public static string SubjectOf(GoalType? goalType, string? indicator) =>
        goalType is { } type ? "goal type " + EnumCode.Of(type) : "indicator " + Folded(indicator ?? "");

    /// <summary>Whether a goal was measured by it on its first day: by the indicator that the goal had then. The type of a goal has no history; it is that of today.</summary>
    /// <param name="aims">Those of the goal.</param>
    public bool IsAbout(Goal goal, IEnumerable<GoalAim> aims) =>
        GoalType is { } type
            ? goal.Type == type
            : GoalAim.InForce(aims, GoalAspect.Indicator, EffectiveFrom)?.Indicator is { } indicator
                && Subject == SubjectOf(null, indicator);

    public static void Map(ModelBuilder model) =>
        model.Entity<KpiDefinition>(definition =>
        {
            definition.ToTable("kpi_definitions", "app");
            definition.HasTenantKey();
        });

    private static string Folded(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
