using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>What a query has to read for the fields that an operation asks for.</summary>
internal static class SelectionExtensions
{
    /// <summary>
    /// <c>row => new T { A = row.A }</c> of the properties that the fields below read; null when one of them may read any. The rows are what the
    /// field returns: <typeparamref name="T"/>, a list of them, or a connection. Always the same instance for the same selection.
    /// </summary>
    public static Expression<Func<T, T>>? AsSelector<T>(this ISelection selection) =>
        Selectors<T>.Known.GetValue(selection, Selectors<T>.Make).Expression;

    private static class Selectors<T>
    {
        // With the plan that a selection is part of goes its selector.
        public static readonly ConditionalWeakTable<ISelection, Selector> Known = [];

        public static Selector Make(ISelection selection)
        {
            var properties = new HashSet<string>(StringComparer.Ordinal);
            return new(Gather(selection, properties) ? RowSelector<T>.Of(properties) : null);
        }

        /// <summary>False when something reads the whole row, or when the field returns other things than rows.</summary>
        private static bool Gather(ISelection selection, HashSet<string> properties)
        {
            if (selection.Field.Type.Unwrapped is not ObjectType type)
                return false;
            var below = selection.Below(type);
            if (type.RuntimeType == typeof(T))
                return below.All(field => Add(field.Field, properties));
            if (type.RuntimeType == typeof(Connection<T>))
                return below.All(field => field.Field.Name is not ("nodes" or "edges") || Gather(field, properties));
            if (type.RuntimeType == typeof(Edge<T>))
                return below.All(field => field.Field.Name is not "node" || Gather(field, properties));
            return false;
        }

        private static bool Add(FieldDefinition field, HashSet<string> properties)
        {
            if (field.Requires is not { } required)
                return false;
            properties.UnionWith(required);
            return true;
        }

        public sealed record Selector(Expression<Func<T, T>>? Expression);
    }
}
