using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using System.Reflection;

namespace AgencyRoi.Recording.Facts;

/// <summary>
/// The members that a fact and its statement share, by name and type: a fact keeps what its statement says in properties of its own, since a row is read
/// by properties. Compiled once for each kind; a statement's member that its fact does not keep is a mistake that every use of the kind shows.
/// </summary>
internal static class StatementMap<TFact, TStatement>
    where TFact : Fact
    where TStatement : FactStatement
{
    // What no revision changes: a fact is found by it.
    private static readonly string[] Fixed = [nameof(Fact.ClientId), nameof(Fact.ExternalReference)];

    private static readonly (PropertyInfo OfFact, PropertyInfo OfStatement)[] Members =
    [
        .. typeof(TStatement)
            .GetProperties()
            .Where(member => member.SetMethod is not null && !member.IsDefined(typeof(NotMappedAttribute)))
            .Select(member => (Kept(member), member)),
    ];

    /// <summary>What a fact says now.</summary>
    public static readonly Func<TFact, TStatement> Read = CompileRead();

    /// <summary>Makes a fact say what a statement says.</summary>
    public static readonly Action<TFact, TStatement> Write = CompileWrite();

    private static PropertyInfo Kept(PropertyInfo member)
    {
        for (var type = typeof(TFact); type is not null; type = type.BaseType)
            if (type.GetProperty(member.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is { } found)
                return found.PropertyType == member.PropertyType && found.SetMethod is not null
                    ? found
                    : throw new InvalidOperationException(
                        $"{typeof(TFact).Name}.{member.Name} is a {found.PropertyType} and {typeof(TStatement).Name}'s a {member.PropertyType}."
                    );
        throw new InvalidOperationException(
            $"{typeof(TStatement).Name}.{member.Name} has no property of that name in {typeof(TFact).Name}."
        );
    }

    private static Func<TFact, TStatement> CompileRead()
    {
        var fact = Expression.Parameter(typeof(TFact));
        var read = Members.Select(member => Expression.Bind(member.OfStatement, Expression.Property(fact, member.OfFact)));
        return Expression.Lambda<Func<TFact, TStatement>>(Expression.MemberInit(Expression.New(typeof(TStatement)), read), fact).Compile();
    }

    private static Action<TFact, TStatement> CompileWrite()
    {
        var fact = Expression.Parameter(typeof(TFact));
        var statement = Expression.Parameter(typeof(TStatement));
        var written = Members
            .Where(member => !Fixed.Contains(member.OfStatement.Name))
            .Select(member =>
                Expression.Assign(Expression.Property(fact, member.OfFact), Expression.Property(statement, member.OfStatement))
            );
        return Expression.Lambda<Action<TFact, TStatement>>(Expression.Block(written), fact, statement).Compile();
    }
}
