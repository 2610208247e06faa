using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Tests.Recording.Facts;

/// <summary>A fact keeps each member of its statement, by name and type.</summary>
public sealed class StatementMapTests
{
    internal sealed record Told : FactStatement
    {
        public required int Number { get; init; }
        public override DateOnly Day => default;

        public override void Check(FactChecks checks) { }
    }

    internal abstract class Kept : Fact
    {
        public override string ExternalReference { get; protected init; } = "";
    }

    internal sealed class Forgetful : Kept;

    internal sealed class OfAnotherType : Kept
    {
        public long Number { get; private set; }
    }

    [Fact]
    public void A_member_that_the_fact_does_not_keep_is_named() =>
        Assert.Equal("Told.Number has no property of that name in Forgetful.", Fault(() => StatementMap<Forgetful, Told>.Read));

    [Fact]
    public void A_member_that_it_keeps_as_another_type_is_named() =>
        Assert.Equal(
            "OfAnotherType.Number is a System.Int64 and Told's a System.Int32.",
            Fault(() => StatementMap<OfAnotherType, Told>.Read)
        );

    [Fact]
    public void Every_fact_of_the_product_keeps_what_its_statement_says()
    {
        var facts = typeof(Fact)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, BaseType.IsGenericType: true } && type.IsAssignableTo(typeof(Fact)))
            .ToList();

        Assert.True(facts.Count >= 11);
        foreach (var fact in facts.Where(fact => fact.Name != "StreamFact")) // keeps its content and its evidence as texts
        {
            var map = typeof(StatementMap<,>).MakeGenericType(fact, fact.BaseType!.GetGenericArguments()[1]);
            Assert.NotNull(map.GetField("Read")!.GetValue(null));
        }
    }

    private static string Fault(Func<object> use) => Assert.Throws<TypeInitializationException>(use).InnerException!.Message;
}
