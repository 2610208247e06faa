using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>One spelling of a span of days, half open: <c>from</c>, and <c>to</c> for the first day that no longer belongs to it.</summary>
public sealed class SpanConventionsTests
{
    private const string Meaning = "The first day after ";

    // A day on which something is or was; a month; or a day from which on something holds until a later one begins.
    private static readonly string[] Days =
    [
        "answeredOn",
        "asOf",
        "cancelledFrom",
        "day",
        "effectiveFrom",
        "endedFrom",
        "exhaustedOn",
        "firstCostMonth",
        "from",
        "knownSince",
        "lostOn",
        "madeOn",
        "madeSince",
        "month",
        "occurredOn",
        "on",
        "provisionalFrom",
        "seenOn",
        "stageSince",
        "statedOn",
        "to",
    ];

    // The first day of a rate is not changed, that of an experiment was said at its start.
    private static readonly string[] WithoutABeginning = ["UpdateHourlyRateInput", "EndExperimentInput"];

    private static readonly IReadOnlyList<Schema> Schemas = [.. SchemaCommand.Files(Modules.All).Select(file => file.Schema())];

    [Fact]
    public void A_day_has_one_of_few_names()
    {
        Assert.Equal(Days, Named().Select(named => named.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void To_has_a_beginning_beside_it_and_is_the_first_day_after()
    {
        var ends = Named().Where(named => named.Name == "to").ToList();

        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.StartsWith(Meaning, end.Description, StringComparison.Ordinal));
        Assert.Equal(
            WithoutABeginning,
            ends.Where(end => !end.Beside.Any(name => name is "from" or "occurredOn")).Select(end => end.Owner).Distinct()
        );
    }

    [Fact]
    public void A_file_has_the_same_columns()
    {
        foreach (var kind in new ImportKinds(Modules.All).All)
        {
            var names = kind.Columns.Select(column => column.Name).ToList();
            Assert.DoesNotContain(names, name => name is "starts_on" or "ends_on" or "first_day" or "last_day" or "from_day" or "to_day");
            if (kind.Columns.FirstOrDefault(column => column.Name == "to") is not { } to)
                continue;
            Assert.StartsWith(Meaning, to.Description, StringComparison.Ordinal);
            Assert.Contains(names, name => name is "from" or ImportColumn.Day);
        }
    }

    private static IEnumerable<NamedDay> Named()
    {
        var fields =
            from schema in Schemas
            from type in schema.Types.OfType<ComplexType>()
            from field in type.Fields
            where IsDay(field.Type)
            select new NamedDay(type.Name, field.Name, field.Description, [.. type.Fields.Select(other => other.Name)]);
        var arguments =
            from schema in Schemas
            from type in schema.Types.OfType<ComplexType>()
            from field in type.Fields
            from argument in field.Arguments
            where IsDay(argument.Type)
            select new NamedDay(
                $"{type}.{field.Name}",
                argument.Name,
                argument.Description,
                [.. field.Arguments.Select(other => other.Name)]
            );
        var inputs =
            from schema in Schemas
            from type in schema.Types.OfType<InputObjectType>()
            where type.Name != "LocalDateOperationFilterInput"
            from field in type.Fields
            where IsDay(field.Type) || field.Type.Unwrapped.Name == "LocalDateOperationFilterInput"
            select new NamedDay(type.Name, field.Name, field.Description, [.. type.Fields.Select(other => other.Name)]);
        return fields.Concat(arguments).Concat(inputs);
    }

    private static bool IsDay(GraphQLType type) => type.Unwrapped.Name == "LocalDate";

    private sealed record NamedDay(string Owner, string Name, string? Description, IReadOnlyList<string> Beside);
}
