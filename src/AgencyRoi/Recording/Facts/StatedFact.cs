using System.ComponentModel.DataAnnotations.Schema;

namespace AgencyRoi.Recording.Facts;

/// <summary>A fact that says what a <typeparamref name="TStatement"/> says: each statement of it is a revision.</summary>
internal abstract class StatedFact<TSelf, TStatement> : Fact
    where TSelf : StatedFact<TSelf, TStatement>, new()
    where TStatement : FactStatement
{
    /// <summary>What it says, as it would be given again.</summary>
    [GraphQLIgnore]
    [NotMapped]
    public virtual TStatement Statement => StatementMap<TSelf, TStatement>.Read((TSelf)this);

    public static TSelf Record(AgencyId tenantId, ClientId clientId, TStatement statement, DateTimeOffset now)
    {
        var fact = New<TSelf>(tenantId, clientId, statement.ExternalReference, now);
        fact.Take(statement);
        return fact;
    }

    /// <summary>Whether it counts and says just this.</summary>
    public bool Says(TStatement statement) => RetractedAt is null && Statement.Equals(statement);

    /// <summary>States it anew; one that was taken back counts again.</summary>
    public void Revise(TStatement statement, DateTimeOffset now)
    {
        Take(statement);
        StateAnew(now);
    }

    /// <summary>Takes over what a statement says, but for what the fact is known by.</summary>
    protected virtual void Take(TStatement statement) => StatementMap<TSelf, TStatement>.Write((TSelf)this, statement);
}
