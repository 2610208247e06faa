using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

public sealed class SchemaPrinterTests
{
    [Fact]
    public void A_schema_in_its_own_order_prints_as_it_was_read()
    {
        Assert.Equal(KitchenSink.Sdl, SchemaPrinter.Print(SchemaFromSdl.Build(KitchenSink.Sdl), isSorted: false));
    }

    [Fact]
    public void A_sorted_print_reads_back_as_itself()
    {
        var sorted = SchemaPrinter.Print(SchemaFromSdl.Build(KitchenSink.Sdl));

        Assert.Equal(sorted, SchemaPrinter.Print(SchemaFromSdl.Build(sorted)));
        Assert.NotEqual(KitchenSink.Sdl, sorted);
    }

    [Fact]
    public void Everything_is_sorted_by_name()
    {
        var schema = SchemaFromSdl.Build(
            """
            directive @b on FIELD | ENUM
            directive @a on FIELD
            type Query implements J & I { b(y: Int, x: Int): Int a: Int a10: Int a2: Int }
            union U = Query | A
            type A { a: E }
            interface J { b(y: Int, x: Int): Int }
            interface I { a: Int }
            enum E { Z Y }
            input N { y: Int, x: Int }
            """
        );

        Assert.Equal(
            """
            directive @a on FIELD

            directive @b on ENUM | FIELD

            type A {
              a: E
            }

            enum E {
              Y
              Z
            }

            interface I {
              a: Int
            }

            interface J {
              b(x: Int, y: Int): Int
            }

            input N {
              x: Int
              y: Int
            }

            type Query implements I & J {
              a: Int
              a2: Int
              a10: Int
              b(x: Int, y: Int): Int
            }

            union U = A | Query
            """,
            SchemaPrinter.Print(schema)
        );
    }

    [Fact]
    public void Default_root_names_need_no_schema_definition()
    {
        const string Sdl = """
            type Query {
              a: Int
            }

            type Mutation {
              a: Int
            }
            """;

        Assert.Equal(Sdl, SchemaPrinter.Print(SchemaFromSdl.Build(Sdl), isSorted: false));
    }

    [Fact]
    public void A_type_that_only_looks_like_a_root_needs_one()
    {
        const string Sdl = """
            schema {
              query: Query
            }

            type Query {
              a: Mutation
            }

            type Mutation {
              a: Int
            }
            """;

        Assert.Equal(Sdl, SchemaPrinter.Print(SchemaFromSdl.Build(Sdl), isSorted: false));
    }

    [Theory]
    [InlineData("\"\"\"one line\"\"\"")]
    [InlineData("\"\"\"\n  two\n  lines\n  \"\"\"")]
    [InlineData("\"\"\"\nholds \\\"\"\" and ends with \\\n\"\"\"")]
    [InlineData("\"bell \\u0007\"")]
    [InlineData("\"  leading\"")]
    [InlineData("\"\"")]
    public void Descriptions_survive_whatever_they_hold(string literal)
    {
        var schema = SchemaFromSdl.Build($"type Query {{\n  {literal}\n  a: Int\n}}");

        var again = SchemaFromSdl.Build(SchemaPrinter.Print(schema));

        Assert.Equal(((StringValueNode)Parser.ParseValue(literal)).Value, again.QueryType.Fields["a"]!.Description);
    }

    [Fact]
    public void What_every_schema_has_is_left_out()
    {
        var schema = SchemaFromSdl.Build("type Query { a: Int }");

        Assert.Equal("type Query {\n  a: Int\n}", SchemaPrinter.Print(schema));
        Assert.NotNull(schema.FindType("__Schema"));
        Assert.NotNull(schema.FindType("String"));
        Assert.NotNull(schema.FindDirective("oneOf"));
    }
}
