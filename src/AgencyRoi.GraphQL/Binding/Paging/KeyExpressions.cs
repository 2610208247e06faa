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

/// <summary>The names of the properties that a key reads of its row.</summary>
internal sealed class ReadProperties : ExpressionVisitor
{
    private readonly ParameterExpression row;
    private readonly ISet<string> names;
    private bool readsRow;

    private ReadProperties(ParameterExpression row, ISet<string> names) => (this.row, this.names) = (row, names);

    /// <summary>False when the row itself is read, and with it perhaps any property.</summary>
    public static bool Gather(LambdaExpression key, ISet<string> names)
    {
        var read = new ReadProperties(key.Parameters[0], names);
        read.Visit(key.Body);
        return !read.readsRow;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != row)
            return base.VisitMember(node);
        names.Add(node.Member.Name);
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        readsRow |= node == row;
        return node;
    }
}
