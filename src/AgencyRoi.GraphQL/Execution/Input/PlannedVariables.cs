using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>The variables that an operation defines, with their types looked up.</summary>
internal sealed class PlannedVariables
{
    public PlannedVariables(Schema schema, IReadOnlyList<VariableDefinitionNode> definitions)
    {
        var planned = new PlannedVariable[definitions.Count];
        for (var i = 0; i < planned.Length; i++)
            planned[i] = new PlannedVariable(definitions[i], TypeOf(schema, definitions[i].Type));
        All = planned;
    }

    public IReadOnlyList<PlannedVariable> All { get; }

    private static GraphQLType TypeOf(Schema schema, TypeNode node) =>
        node switch
        {
            ListTypeNode list => new ListType(TypeOf(schema, list.Type)),
            NonNullTypeNode nonNull => new NonNullType(TypeOf(schema, nonNull.Type)),
            _ => schema.FindType(((NamedTypeNode)node).Name.Value)
                ?? throw new InvalidOperationException("Validation let a variable pass whose type the schema does not have."),
        };
}

internal sealed record PlannedVariable(VariableDefinitionNode Definition, GraphQLType Type)
{
    public string Name => Definition.Variable.Name.Value;
}
