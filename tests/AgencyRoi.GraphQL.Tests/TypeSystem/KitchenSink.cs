namespace AgencyRoi.GraphQL.Tests.TypeSystem;

/// <summary>A schema with at least one of everything, in the layout that the printer writes when it does not sort.</summary>
internal static class KitchenSink
{
    public const string Sdl = """"
        """All there is."""
        schema {
          query: Root
          mutation: Writes
          subscription: Events
        }

        """A weight."""
        directive @cost(
          """How much."""
          weight: String! = "1"
        ) repeatable on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | ENUM_VALUE | UNION | SCALAR | INPUT_OBJECT | INPUT_FIELD_DEFINITION | INTERFACE

        directive @plain on FIELD

        """
        The root,
          with an indented line.
        """
        type Root implements Named & Node @cost(weight: "2") {
          id: ID!
          name(short: Boolean = true, case: Case = UPPER): String

          """Described."""
          old: Int @deprecated
          older(x: Int @deprecated(reason: "y \"quoted\""), y: [Int!]! = [1, 2]): Int @deprecated(reason: "gone") @cost(weight: "1") @cost(weight: "3")
          many(
            filter: Filter = {and: [{text: "a"}], choice: null}

            """The first so many."""
            first: Int = 10 @cost
          ): [Item!]!
          float(f: Float = 1.5, s: String = "two\nlines", c: Choice): Float
        }

        interface Named implements Node {
          id: ID!
          name: String
        }

        interface Node @cost {
          id: ID!
        }

        union Item @cost = Writes | Events

        type Writes {
          decimal: Decimal
        }

        type Events {
          e: Case
        }

        enum Case @cost {
          """Capitals."""
          UPPER @cost

          """Small letters."""
          LOWER @deprecated(reason: "too small")
          MIXED
        }

        scalar Decimal @specifiedBy(url: "https://example.com/decimal") @cost

        input Filter {
          and: [Filter!]
          text: String = "x" @cost
          choice: Choice @deprecated(reason: "use text")
        }

        input Choice @oneOf @cost {
          a: Int
          b: String
        }
        """";
}
