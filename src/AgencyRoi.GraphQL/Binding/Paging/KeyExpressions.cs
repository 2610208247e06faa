using System.Linq.Expressions;

namespace AgencyRoi.GraphQL.Binding.Paging;

internal sealed class ReplaceParameter(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}

/// <summary>Looks whether a key is read from its row alone, and from nothing besides.</summary>
internal sealed class OwnMembers : ExpressionVisitor
{
    private bool reachesFurther;
    private bool holdsValues;

    /// <summary>No member of a member: a related row may not be loaded.</summary>
    public static bool Suffice(Expression key) => !Look(key).reachesFurther;

    /// <summary>Nor any value but plain constants, so that two keys of one text are the same.</summary>
    public static bool AreAll(Expression key) => Look(key) is { reachesFurther: false, holdsValues: false };

    protected override Expression VisitMember(MemberExpression node)
    {
        reachesFurther |=
            node.Expression is MemberExpression { Expression: ParameterExpression } owner && Nullable.GetUnderlyingType(owner.Type) is null;
        return base.VisitMember(node);
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        holdsValues |= node.Value is not (null or Enum or int or bool or string);
        return node;
    }

    private static OwnMembers Look(Expression key)
    {
        var look = new OwnMembers();
        look.Visit(key);
        return look;
    }
}
