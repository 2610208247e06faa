using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Validation;

/// <summary>The schema that all validation tests ask: a lending library, with every kind of type and directive location.</summary>
internal static class LibrarySchema
{
    public const string Sdl = """
        directive @onQuery on QUERY
        directive @onMutation on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onField on FIELD
        directive @onFragment on FRAGMENT_DEFINITION
        directive @onSpread on FRAGMENT_SPREAD
        directive @onInline on INLINE_FRAGMENT
        directive @onVariable on VARIABLE_DEFINITION
        directive @tag(name: String!, weight: Int = 1) repeatable on QUERY | FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION

        scalar Day
        scalar Anything

        interface Node {
          id: ID!
        }

        interface Work implements Node {
          id: ID!
          title: String!
          year: Int
          creators: [Person!]!
          related(kind: Relation, first: Int = 3): [Work]
        }

        interface Loanable {
          shelf: String
          isAvailable(on: Day): Boolean!
        }

        type Book implements Work & Node & Loanable {
          id: ID!
          title: String!
          year: Int
          creators: [Person!]!
          related(kind: Relation, first: Int = 3): [Work]
          shelf: String
          isAvailable(on: Day): Boolean!
          pages: Int
          length: Int
          binding: Binding
          cover(width: Int! = 100, height: Int!): String
          sequel: Book
        }

        type Film implements Work & Node & Loanable {
          id: ID!
          title: String!
          year: Int
          creators: [Person!]!
          related(kind: Relation, first: Int = 3): [Work]
          shelf: String
          isAvailable(on: Day): Boolean!
          minutes: Int!
          length: Float
          trailers: [String!]
        }

        type Chart implements Node {
          id: ID!
          title: String
          scale: Float
          length: [Int]
        }

        type Person implements Node {
          id: ID!
          name(style: NameStyle = FULL): String!
          works(filter: WorkFilter): [Work!]!
          favourite: Item
        }

        type Loan {
          item: Item!
          days(rounded: Boolean): Int!
        }

        union Item = Book | Film | Chart
        union Found = Book | Person

        enum Relation {
          SEQUEL
          PREQUEL
          ADAPTATION
        }

        enum Binding {
          HARD
          SOFT
        }

        enum NameStyle {
          FULL
          SHORT
        }

        input WorkFilter {
          titleContains: String
          years: Years
          relations: [Relation!]
          and: [WorkFilter!]
          key: WorkKey
        }

        input Years {
          from: Int!
          to: Int = 2000
          strict: Boolean! = false
        }

        input WorkKey @oneOf {
          id: ID
          title: String
          years: Years
        }

        input LoanInput {
          itemId: ID!
          days: Int!
          notes: [String]
        }

        type Query {
          node(id: ID!): Node
          work(key: WorkKey!): Work
          works(filter: WorkFilter, keys: [WorkKey!], first: Int! = 20): [Work!]!
          search(text: String!, limit: Int): [Found!]
          item: Item
          book: Book
          person(id: ID): Person
          shelves(numbers: [Int!], grid: [[Int]], names: [String]): [String]
          echo(
            int: Int
            float: Float
            text: String
            flag: Boolean
            id: ID
            relation: Relation
            day: Day
            anything: Anything
            years: Years
            requiredInt: Int! = 1
          ): String
          sum(a: Int!, b: Int!): Int
        }

        type Mutation {
          lend(input: LoanInput!): Loan
          giveBack(id: ID!): Loan
        }

        type Subscription {
          lent(shelf: String): Loan
          returned: Loan
        }
        """;

    public static Schema Schema { get; } = SchemaFromSdl.Build(Sdl);
}
