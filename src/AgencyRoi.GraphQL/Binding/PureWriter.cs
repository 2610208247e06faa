using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Writes a property's value to the answer without boxing it, for the value types whose JSON form has no way to fail.</summary>
internal static class PureWriter
{
    /// <summary>Null when the value is better written by its type.</summary>
    public static Action<object, ResultBuffer>? For(LambdaExpression read, NamedType type, string? idType, bool isConverted)
    {
        var writer =
            idType is not null && (read.ReturnType == typeof(Guid) || GuidKeys.Are(read.ReturnType)) ? GlobalId.Writer(idType)
            : isConverted ? null
            : WriterOf(read.ReturnType, type);
        if (writer is null)
            return null;
        var parent = Expression.Parameter(typeof(object));
        var output = Expression.Parameter(typeof(ResultBuffer));
        Expression value = Expression.Invoke(read, Expression.Convert(parent, read.Parameters[0].Type));
        if (GuidKeys.Are(value.Type))
            value = Expression.Property(value, nameof(IGuidKey.Value));
        return CompiledAtFirstUse.Of(
            Expression.Lambda<Action<object, ResultBuffer>>(Expression.Invoke(Expression.Constant(writer), value, output), parent, output)
        );
    }

    private static Delegate? WriterOf(Type clr, NamedType type) =>
        type switch
        {
            ScalarType scalar when scalar == StandardScalars.Int && clr == typeof(int) => (int value, ResultBuffer output) =>
                output.WriteNumber((long)value),
            ScalarType scalar when scalar == StandardScalars.Long && clr == typeof(long) => (long value, ResultBuffer output) =>
                output.WriteNumber(value),
            ScalarType scalar when scalar == StandardScalars.Short && clr == typeof(short) => (short value, ResultBuffer output) =>
                output.WriteNumber((long)value),
            ScalarType scalar when scalar == StandardScalars.Boolean && clr == typeof(bool) => (bool value, ResultBuffer output) =>
                output.WriteBoolean(value),
            ScalarType scalar when scalar == StandardScalars.Decimal && clr == typeof(decimal) => (decimal value, ResultBuffer output) =>
                output.WriteDecimal(value),
            ScalarType scalar when scalar == StandardScalars.Uuid && clr == typeof(Guid) => (Guid value, ResultBuffer output) =>
                output.WriteQuoted(value),
            ScalarType scalar when scalar == StandardScalars.LocalDate && clr == typeof(DateOnly) => (
                DateOnly value,
                ResultBuffer output
            ) => output.WriteQuoted(value, "O"),
            _ => null,
        };
}
