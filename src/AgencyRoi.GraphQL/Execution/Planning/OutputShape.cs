using System.Collections.Concurrent;
using System.Text;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

internal enum ShapeKind
{
    Scalar,
    Enum,
    Object,
    Abstract,
    List,
}

/// <summary>A field's type, prepared for CompleteValue: one switch instead of type tests for every value.</summary>
internal sealed class OutputShape
{
    private OutputShape(GraphQLType type, Func<GraphQLType, OutputShape> shapeOf)
    {
        IsNonNull = type.IsNonNull;
        Type = type.Nullable;
        switch (Type)
        {
            case ScalarType scalar:
                Kind = ShapeKind.Scalar;
                Scalar = scalar;
                break;
            case EnumType enumType:
                Kind = ShapeKind.Enum;
                EnumNames = enumType.Values.ToDictionary(value => value.RuntimeValue, value => Encoding.UTF8.GetBytes($"\"{value.Name}\""));
                break;
            case ObjectType objectType:
                Kind = ShapeKind.Object;
                Object = objectType;
                break;
            case ListType list:
                Kind = ShapeKind.List;
                Item = shapeOf(list.OfType);
                break;
            default:
                Kind = ShapeKind.Abstract;
                break;
        }
    }

    public ShapeKind Kind { get; }

    public bool IsNonNull { get; }

    /// <summary>Without its non-null wrapper.</summary>
    public GraphQLType Type { get; }

    public ScalarType? Scalar { get; }

    public ObjectType? Object { get; }

    public OutputShape? Item { get; }

    /// <summary>By runtime value, with quotation marks.</summary>
    public Dictionary<object, byte[]>? EnumNames { get; }

    /// <summary>The shapes of one schema, each made once.</summary>
    internal sealed class Cache
    {
        private readonly ConcurrentDictionary<GraphQLType, OutputShape> shapes = new();

        public OutputShape Of(GraphQLType type) =>
            shapes.TryGetValue(type, out var shape) ? shape : shapes.GetOrAdd(type, new OutputShape(type, Of));
    }
}
