using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>A member of an input class: one field of the input object, or with <see cref="InlineAttribute"/> the fields of its own type.</summary>
/// <param name="Parameter">The constructor's parameter that takes it; null: it is set.</param>
/// <param name="Read">What its value is, from a dictionary of coerced values.</param>
internal sealed record InputMember(
    PropertyInfo Property,
    ParameterInfo? Parameter,
    IReadOnlyList<InputValueDefinition> Definitions,
    Func<Expression, Expression> Read
)
{
    /// <summary>A property of which nothing was given keeps what its class initialised it with.</summary>
    public Expression Set(Expression made, Expression values)
    {
        var assigned = Expression.Assign(Expression.Property(made, Property), Read(values));
        return Property.Has<InlineAttribute>() ? assigned : Expression.IfThen(IsGiven(values), assigned);
    }

    private MethodCallExpression IsGiven(Expression values) =>
        Expression.Call(
            values,
            typeof(IReadOnlyDictionary<string, object?>).GetMethod("ContainsKey")!,
            Expression.Constant(Definitions[0].Name)
        );
}
