using System.Text.Json.Nodes;
using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Metrics;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Each role asks for each operation and each guarded member over HTTP, and gets what the matrix says: nothing written here by hand can be forgotten.</summary>
[Collection(IsolationCollection.Name)]
public sealed class RoleMatrixTests(IsolationWorld world)
{
    private static readonly AccessRole[] StaffRoles = [.. Enum.GetValues<AccessRole>().Where(role => !role.IsPortal())];

    private static Schema Staff => IsolationWorld.Staff;

    [Fact]
    public async Task A_role_without_the_permission_is_refused_each_mutation_and_changes_nothing()
    {
        var before = await ContentAsync();
        var tried = 0;
        foreach (var role in StaffRoles)
        foreach (var field in Staff.MutationType!.Fields.Where(field => !May(role, $"Mutation.{field.Name}")))
        {
            var input = await world.FirstClient.InputAsync(Documents.InputOf(Staff, field.Name));
            var answer = await world.Roles[role].AskAsync(Documents.Mutation(Staff, field.Name), new JsonObject { ["input"] = input });

            Assert.True(IsRefused(answer, field.Name), $"{role} {field.Name}: {answer}");
            tried++;
        }
        Assert.True(tried > 200, $"{tried}");
        Assert.Equal(before, await ContentAsync());
    }

    [Fact]
    public async Task A_role_with_the_permission_is_not_refused_for_its_role()
    {
        var before = await ContentAsync();
        var tried = 0;
        foreach (var role in StaffRoles)
        foreach (
            var field in Staff.MutationType!.Fields.Where(field =>
                May(role, $"Mutation.{field.Name}") && Ids.Of(Documents.InputOf(Staff, field.Name)).Any(id => id.Field.IsRequired)
            )
        )
        {
            // All of it is about nothing that is there, so that nothing is changed.
            var input = await world.FirstClient.InputAsync(Documents.InputOf(Staff, field.Name), (_, slot) => Ids.Random(slot));
            var answer = await world.Roles[role].AskAsync(Documents.Mutation(Staff, field.Name), new JsonObject { ["input"] = input });

            Assert.False(IsRefused(answer, field.Name), $"{role} {field.Name}: {answer}");
            tried++;
        }
        Assert.True(tried > 300, $"{tried}");
        Assert.Equal(before, await ContentAsync());
    }

    [Fact]
    public async Task Each_query_is_answered_to_those_roles_that_may_read_it()
    {
        foreach (var role in StaffRoles)
        foreach (var field in Staff.QueryType.Fields.Where(field => !field.Arguments.Any(Ids.IsRequired)))
        {
            var answer = await world
                .Roles[role]
                .AskAsync($"{{ {Documents.Head(field)} {Documents.Selection((ComplexType)field.Type.Unwrapped, levels: 0)} }}");

            Assert.True(
                May(role, $"Query.{field.Name}") != answer.Contains($"\"path\":[\"{field.Name}\"]", StringComparison.Ordinal),
                $"{role} {field.Name}: {answer}"
            );
        }
    }

    [Fact]
    public async Task No_field_tells_a_role_without_the_right_what_the_agency_pays()
    {
        var manager = world.Roles[AccessRole.Manager];
        foreach (var (document, slot, answer) in await world.TourAsync(manager, Staff))
        {
            Assert.DoesNotContain("VALIDATION_ERROR", answer);
            world.Secrets.AssertFinancesAbsent(answer, document);
            if (slot is not null && world.Secrets.FinanceSlots.Contains(slot))
                world.Secrets.AssertFinancesAbsent(await manager.AskAsync(document, Id(world.Secrets[slot])), document);
        }
    }

    [Theory]
    [InlineData("{ client(id: $id) { roi(period: $period, viewpoint: AGENCY) { cost { amount } } } }")]
    [InlineData(
        "{ client(id: $id) { roi(period: $period, viewpoint: AGENCY) { adjusted { explain { entries { nodes { method } } } } } } }"
    )]
    [InlineData("{ client(id: $id) { costCompleteness(period: $period, viewpoint: AGENCY) { viewpoint } } }")]
    [InlineData("{ client(id: $id) { asReported(month: \"2025-03-01\", viewpoint: AGENCY) { viewpoint } } }")]
    [InlineData("{ client(id: $id) { asReported(month: \"2025-03-01\") { document } } }")]
    [InlineData("{ client(id: $id) { agencyMargin(period: $period) { profit { amount } } } }")]
    [InlineData("{ compareClients(period: $period, viewpoint: AGENCY) { rows { cost { amount } } } }")]
    [InlineData(
        "{ compareClients(period: $period, viewpoint: AGENCY) { totals { normalised { valuePerHour { amount { amount } caveats } } } } }"
    )]
    [InlineData("{ compareClients(period: $period, viewpoint: AGENCY, order: [{ cost: { amount: DESC } }]) { rows { client { name } } } }")]
    [InlineData("{ compareClients(period: $period, viewpoint: AGENCY, by: NETWORK) { groups { key } } }")]
    [InlineData("{ client(id: $id) { timeEntries { nodes { rate { perHour { amount } } } } } }")]
    [InlineData("{ client(id: $id) { timeEntries { nodes { overheadRate { id } } } } }")]
    [InlineData("{ client(id: $id) { timeEntries(where: { rateId: { eq: null } }) { totalCount } } }")]
    [InlineData("{ client(id: $id) { timeEntries(where: { or: [{ overheadRateId: { neq: null } }] }) { totalCount } } }")]
    [InlineData("{ client(id: $id) { timeEntries(order: [{ rateId: ASC }]) { nodes { id } } } }")]
    [InlineData("{ hourlyRates(order: [{ level: DESC }]) { nodes { id } } }")]
    [InlineData("{ hourlyRates(where: { kind: { eq: OVERHEAD } }) { totalCount } }")]
    [InlineData("{ costAllocations { totalCount } }")]
    public async Task What_tells_the_agencys_finances_is_refused(string selection)
    {
        const string period = """{ from: "2025-01-01", to: "2026-01-01" }""";
        var document = selection.Replace("$id", $"\"{world.FirstClient["Client"]}\"").Replace("$period", period);
        foreach (var role in new[] { AccessRole.Manager, AccessRole.Analyst, AccessRole.Contributor, AccessRole.ReadOnly })
        {
            var answer = await world.Roles[role].AskAsync(document);
            Assert.True(answer.Contains("\"FORBIDDEN\"", StringComparison.Ordinal), $"{role} {document}: {answer}");
            world.Secrets.AssertFinancesAbsent(answer, document);
        }
        foreach (var role in new[] { AccessRole.Owner, AccessRole.Admin, AccessRole.Finance })
        {
            var answer = await world.Roles[role].AskAsync(document);
            Assert.False(answer.Contains("\"errors\"", StringComparison.Ordinal), $"{role} {document}: {answer}");
        }
    }

    [Fact]
    public async Task Files_follow_the_matrix_too()
    {
        foreach (var role in Enum.GetValues<AccessRole>())
        foreach (var (line, permission) in PermissionMatrix.All.Where(line => line.Key.StartsWith("import ", StringComparison.Ordinal)))
        {
            var kind = line["import ".Length..];
            var (status, _) = await world.App.PostFileAsync(world.Tokens[role], $"{kind}?dryRun=true", "no_such_column\n1");
            var may = RolePermissions.Of(role);
            Assert.True(
                may.Contains(Permission.ImportFiles) && may.Contains(permission) == (status != System.Net.HttpStatusCode.Forbidden)
                    || !may.Contains(Permission.ImportFiles) && status == System.Net.HttpStatusCode.Forbidden,
                $"{role} {kind}: {status}"
            );
        }
    }

    private static bool May(AccessRole role, string coordinate) =>
        PermissionMatrix.Of(coordinate) is not { } permission || RolePermissions.Of(role).Contains(permission);

    private static bool IsRefused(string answer, string field) =>
        answer.Contains("The caller is not allowed to see or do this.", StringComparison.Ordinal)
        && answer.Contains($"\"path\":[\"{field}\"]", StringComparison.Ordinal)
        && answer.Contains("\"FORBIDDEN\"", StringComparison.Ordinal);

    private static JsonObject Id(string id) => new() { ["id"] = id };

    private async Task<IReadOnlyList<string>> ContentAsync()
    {
        await world.SettleAsync();
        return await TenantTables.ContentWithoutReportsAsync(world.App.Database, world.App.Alpha.Tenant.Id.Value);
    }
}
