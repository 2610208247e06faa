using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Binding;

public sealed class SchemaSnapshotTests
{
    [Fact]
    public void The_sample_domain_prints_as_reviewed() =>
        Snapshot.Match(SchemaPrinter.Print(LibraryServer.Builder().BuildSchema()), "library.graphql");

    [Fact]
    public void A_portal_schema_lacks_what_is_left_out_and_all_that_only_it_led_to()
    {
        var portal = SchemaPrinter.Print(LibraryServer.Portal().BuildSchema());

        Snapshot.Match(portal, "library.portal.graphql");
        Assert.DoesNotContain("Sale", portal);
        Assert.DoesNotContain("cost:", portal);
    }

    [Fact]
    public void Everything_the_binder_makes_has_a_description()
    {
        var schema = LibraryServer.Builder().BuildSchema();

        var undescribed = schema
            .Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type =>
                type switch
                {
                    ComplexType complex => complex
                        .Fields.SelectMany(field =>
                            field
                                .Arguments.Select(argument => ($"{type}.{field.Name}({argument.Name})", argument.Description))
                                .Append(($"{type}.{field.Name}", field.Description))
                        )
                        .Append((type.Name, type.Description)),
                    InputObjectType input => input
                        .Fields.Select(field => ($"{type}.{field.Name}", field.Description))
                        .Append((type.Name, type.Description)),
                    EnumType values => values
                        .Values.Select(value => ($"{type}.{value.Name}", value.Description))
                        .Append((type.Name, type.Description)),
                    _ => [(type.Name, type.Description)],
                }
            )
            .Where(element => string.IsNullOrWhiteSpace(element.Description))
            .Select(element => element.Item1);

        Assert.Empty(undescribed);
    }
}
