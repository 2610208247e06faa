using System.Text;
using System.Text.RegularExpressions;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>
/// The portal is led through every field of its schema, and tries every id there is: it meets its own published return, and none of rates, hours, margins,
/// overhead, terms, other months and other clients.
/// </summary>
public sealed partial class PortalWalkTests(PortalWorld world) : IClassFixture<PortalWorld>
{
    private static readonly Schema Portal = ProductSchema.ForPortal(Modules.All);

    [Fact]
    public async Task Every_field_shows_the_published_return_and_nothing_else()
    {
        var shown = new StringBuilder();
        foreach (var document in PortalFields.Documents(Portal, world.Client, ("2025-03-01", "2025-05-01")))
        {
            var answer = await AskAsync(document);
            Assert.DoesNotContain("\"errors\"", answer);
            shown.AppendLine(answer);
        }

        // Each type was really there: a list with nothing in it would prove nothing. A token is no member; the one who is sees their own card alone.
        var types = Portal
            .Types.OfType<ObjectType>()
            .Where(type => type.Name != "Member" && !type.Name.StartsWith("__", StringComparison.Ordinal));
        var met = TypeName().Matches(shown.ToString()).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Equal("", string.Join(", ", types.Select(type => type.Name).Where(type => !met.Contains(type))));
        // 8765.43 x 0.4321 of it, 5000.01 paid by the client itself, 9210 followers of whom 15 % are not real.
        Assert.Superset(new HashSet<decimal> { 3787.54m, 5000.01m, 9210m, 7828m }, AgencySecrets.NumbersIn(shown.ToString()));
    }

    [Theory]
    [InlineData("2025-05-01", "2025-06-01")]
    [InlineData("2025-03-01", "2025-06-01")]
    [InlineData("2025-02-01", "2025-05-01")]
    public async Task Every_field_with_days_is_silent_about_months_that_are_not_published(string from, string to)
    {
        var refused = 0;
        foreach (var document in PortalFields.Documents(Portal, world.Client, (from, to)))
            refused += (await AskAsync(document)).Contains("NOT_PUBLISHED", StringComparison.Ordinal) ? 1 : 0;
        Assert.True(refused > 5, $"{refused}");
    }

    [Fact]
    public async Task No_id_leads_to_what_is_hidden_by_any_field_or_filter()
    {
        foreach (var id in world.Hidden)
        foreach (var document in PortalFields.ById(Portal, world.Client, id))
        {
            var answer = await AskAsync(document);
            Assert.DoesNotContain("\"VALIDATION_ERROR\"", answer);
            Assert.DoesNotContain(id, answer);
        }
        // The same documents find what is the client's own.
        var own = new List<string>();
        foreach (var document in PortalFields.ById(Portal, world.Client, world.Client))
            own.Add(await AskAsync(document));
        Assert.True(own.Count(answer => answer.Contains(world.Client, StringComparison.Ordinal)) >= 4, string.Join('\n', own));
    }

    [Fact]
    public void What_cannot_be_seen_can_neither_be_filtered_nor_ordered_by()
    {
        foreach (var input in Portal.Types.OfType<InputObjectType>())
        foreach (var suffix in new[] { "FilterInput", "SortInput" })
            if (
                input.Name.EndsWith(suffix, StringComparison.Ordinal)
                && Portal.FindType(input.Name[..^suffix.Length]) is ComplexType filtered
            )
                Assert.Empty(
                    input
                        .Fields.Select(field => field.Name)
                        .Except([.. filtered.Fields.Select(field => field.Name), .. filtered.Fields.Select(field => field.Name + "Id")])
                        .Except(["and", "or"])
                );
    }

    /// <summary>Whatever is asked, nothing that is hidden is in the answer.</summary>
    private async Task<string> AskAsync(string document)
    {
        var answer = (await world.App.AskAsync(world.Token, document)).GetRawText();
        Assert.DoesNotContain("\"LIMIT_EXCEEDED\"", answer);
        world.Secrets.AssertAbsent(answer, document);
        Assert.False(answer.Contains(PortalWorld.Marker, StringComparison.Ordinal), $"{document}: {answer}");
        var numbers = AgencySecrets.NumbersIn(answer);
        Assert.All(PortalWorld.Numbers, number => Assert.False(numbers.Contains(number), $"{document} shows {number}: {answer}"));
        return answer;
    }

    [GeneratedRegex("\"__typename\":\"(\\w+)\"")]
    private static partial Regex TypeName();
}
