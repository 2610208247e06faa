using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.TypeSystem.Comparison;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>
/// Nobody's operation stops working without a warning: what is removed or narrowed was deprecated before, or is told with its reason in
/// <c>schema/breaking-changes.md</c>.
/// </summary>
public sealed class BreakingChangesTests
{
    private const string List = "breaking-changes.md";

    private static readonly ToldRenames Renames = ToldRenames.In(Repository.Read($"schema/{List}"));

    private static readonly string[] Files = ["schema.graphql", "portal.graphql"];

    private static readonly Dictionary<string, Schema> Now = Files.ToDictionary(
        file => file,
        file => Build(Repository.Read($"schema/{file}"))
    );

    [Fact]
    public void A_break_was_deprecated_or_is_told()
    {
        var commit = EarlierSchema.Commit();
        Assert.SkipWhen(commit is null, "There is no git, or no commit before this one.");

        var untold = BreaksSince(commit).Except(Told()).Where(one => !Renames.Tell(one));

        Assert.True(
            !untold.Any(),
            $"Deprecate first, or tell in schema/{List} (since {commit}):\n{string.Join('\n', untold.Select(Line))}"
        );
    }

    /// <summary>A new line tells of a change that was made just now; an old one was held to that when it was new.</summary>
    [Fact]
    public void What_is_told_is_real()
    {
        var commit = EarlierSchema.Commit();
        Assert.SkipWhen(commit is null, "There is no git, or no commit before this one.");
        if (EarlierSchema.Read(commit, List) is not { } before)
            return;
        var added = Told().Except(ToldBreak.In(before)).ToHashSet();
        foreach (var earlier in EarlierSchema.Commits().Prepend(commit))
        {
            if (added.Count > 0)
                added.ExceptWith(BreaksSince(earlier));
        }
        Assert.True(added.Count == 0, $"Nothing of late has broken this:\n{string.Join('\n', added.Select(Line))}");
    }

    /// <summary>Whoever wrote an operation before the words were settled finds each of them in one table.</summary>
    [Fact]
    public void Every_name_that_went_since_the_words_were_settled_is_in_the_table_and_leads_to_one_of_today()
    {
        Assert.SkipWhen(EarlierSchema.Read(ToldRenames.Since, Files[0]) is null, "There is no git, or not all of its history.");

        var untold = BreaksSince(ToldRenames.Since).Select(Renames.Today).Except(Told()).Where(one => !Renames.Tell(one));

        Assert.True(!untold.Any(), $"Not in the table of names:\n{string.Join('\n', untold.Select(Line))}");
        Assert.DoesNotContain(Renames.Leading(), name => !Files.Any(file => IsIn(Now[file], name)));
    }

    private static bool IsIn(Schema schema, string name)
    {
        var parts = name.Split('.');
        return schema.FindType(parts[0]) is { } type
            && (
                parts.Length == 1
                || type is ComplexType complex && complex.Fields[parts[1]] is not null
                || type is InputObjectType input && input.Fields[parts[1]] is not null
                || type is EnumType values && values.Values[parts[1]] is not null
            );
    }

    private static IReadOnlyList<ToldBreak> Told() => ToldBreak.In(Repository.Read($"schema/{List}"));

    private static IEnumerable<ToldBreak> BreaksSince(string commit) =>
        from file in Files
        let before = EarlierSchema.Read(commit, file)
        where before is not null
        from change in SchemaComparison.BreakingChanges(Build(before), Now[file])
        where !change.WasDeprecated
        select new ToldBreak(file, change.ToString());

    private static Schema Build(string sdl) => SchemaFromSdl.Build(sdl);

    private static string Line(ToldBreak one) => $"| {one.File} | {one.Change} | why |";
}
