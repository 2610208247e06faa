using System.Text.RegularExpressions;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Entry.Api;
using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Access.Permissions;

/// <summary>The matrix is whole: what is added to the schema without a line in it is found here on that day.</summary>
public sealed partial class PermissionMatrixTests
{
    private static Schema Staff => IsolationWorld.Staff;

    [Fact]
    public void Every_root_field_has_a_line_or_is_free()
    {
        var roots = new[] { Staff.QueryType, Staff.MutationType!, Staff.SubscriptionType! }
            .SelectMany(type => type.Fields.Select(field => $"{type.Name}.{field.Name}"))
            .ToList();

        Assert.DoesNotContain(roots, root => PermissionMatrix.Of(root) is null && !PermissionMatrix.Free.Contains(root));
        Assert.DoesNotContain(roots, root => PermissionMatrix.Of(root) is not null && PermissionMatrix.Free.Contains(root));
    }

    [Fact]
    public void Every_kind_of_file_has_a_line() =>
        Assert.Equal(
            new ImportKinds(Modules.All).All.Select(kind => $"import {kind.Name}"),
            PermissionMatrix.All.Keys.Where(line => line.StartsWith("import ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_line_is_about_something_that_is_there()
    {
        var members = Staff.Types.SelectMany(type => Members(type).Append($"{type.Name}.*")).ToHashSet();

        Assert.DoesNotContain(PermissionMatrix.All.Keys, line => line.Contains('.', StringComparison.Ordinal) && !members.Contains(line));
        Assert.DoesNotContain(PermissionMatrix.Free, line => !members.Contains(line));
        Assert.DoesNotContain(HarmlessMembers.All.Keys, line => !members.Contains(line));
    }

    [Fact]
    public void What_looks_like_the_agencys_finances_is_guarded_or_said_to_be_harmless()
    {
        var members = Staff.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(Members).ToList();

        Assert.DoesNotContain(
            members,
            member => PermissionMatrix.Of(member) is null && Suspicious().IsMatch(member) && !HarmlessMembers.All.ContainsKey(member)
        );
        Assert.DoesNotContain(HarmlessMembers.All.Keys, member => PermissionMatrix.Of(member) is not null || !Suspicious().IsMatch(member));
    }

    [Fact]
    public void A_member_is_guarded_by_its_own_line_or_that_of_its_type()
    {
        Assert.Equal(Permission.ReadFinances, PermissionMatrix.Of("HourlyRate.perHour"));
        Assert.Equal(Permission.ReadFinances, PermissionMatrix.Of("Viewpoint.AGENCY"));
        Assert.Null(PermissionMatrix.Of("Viewpoint.CLIENT"));
        Assert.Null(PermissionMatrix.Of("Client.name"));
        Assert.Throws<KeyNotFoundException>(() => PermissionMatrix.OfImport("no-such-kind"));
    }

    [Fact]
    public void The_page_is_what_the_matrix_says() =>
        Assert.Equal(Repository.Read(PermissionsCommand.Page), PermissionPage.Print(new ProductSchemas(Modules.All)));

    private static IEnumerable<string> Members(NamedType type) =>
        type switch
        {
            ComplexType complex => complex.Fields.Select(field => $"{type.Name}.{field.Name}"),
            InputObjectType input => input.Fields.Select(field => $"{type.Name}.{field.Name}"),
            EnumType choices => choices.Values.Select(value => $"{type.Name}.{value.Name}"),
            _ => [],
        };

    // What a person earns, what an hour costs, what the agency keeps.
    [GeneratedRegex(
        "hourly|perHour|margin|profit|wage|salary|salaries|overhead|payroll|paidBy|AGENCY$|HOURLY|MARGIN|PROFIT|WAGE|SALARY|OVERHEAD|[a-z]Rate(Id)?$|\\.rate(Id)?$|secret|[Tt]okenHash"
    )]
    private static partial Regex Suspicious();
}
