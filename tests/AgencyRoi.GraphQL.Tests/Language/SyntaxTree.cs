using System.Reflection;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Language;

internal static class SyntaxTree
{
    /// <summary>The node and all below it, each before its children, found through their properties: a forgotten child is not forgotten here.</summary>
    public static IEnumerable<SyntaxNode> Nodes(SyntaxNode root) =>
        Properties(root)
            .SelectMany(property =>
                property.GetValue(root) switch
                {
                    SyntaxNode child => [child],
                    IEnumerable<SyntaxNode> children => children,
                    _ => [],
                }
            )
            .SelectMany(Nodes)
            .Prepend(root);

    /// <summary>Also those that only the engine sees.</summary>
    public static IEnumerable<PropertyInfo> Properties(SyntaxNode node) =>
        node.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
