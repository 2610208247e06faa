using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgencyRoi.Tests.House;

/// <summary>Calls in which two arguments can change places and the compiler does not notice.</summary>
internal static class PositionalCalls
{
    private const int Most = 5;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "AgencyRoi.Tests.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <returns>File, line and method of each call with more than five arguments without a name, of which two neighbours have one type.</returns>
    public static IEnumerable<string> In(string assembly, IEnumerable<(string Name, string Text)> files)
    {
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name))];
        var others = References.Where(reference => Path.GetFileName(reference.Display) != assembly + ".dll");
        var code = CSharpCompilation.Create(assembly, trees, others, new(OutputKind.DynamicallyLinkedLibrary));
        return from tree in trees
            from arguments in tree.GetRoot().DescendantNodes().OfType<BaseArgumentListSyntax>()
            where arguments.Arguments.Count(IsUnnamed) > Most
            where HasNeighboursOfOneType(arguments.Arguments, Called(code, arguments))
            select $"{tree.FilePath}:{tree.GetLineSpan(arguments.Span).StartLinePosition.Line + 1}";
    }

    private static bool IsUnnamed(ArgumentSyntax argument) => argument.NameColon is null;

    private static ISymbol Called(CSharpCompilation code, BaseArgumentListSyntax arguments)
    {
        var called = code.GetSemanticModel(arguments.SyntaxTree).GetSymbolInfo(arguments.Parent!);
        return called.Symbol ?? throw new InvalidOperationException($"Not known what is called: {arguments.Parent}");
    }

    private static bool HasNeighboursOfOneType(SeparatedSyntaxList<ArgumentSyntax> arguments, ISymbol called)
    {
        var parameters = called is IPropertySymbol indexer ? indexer.Parameters : ((IMethodSymbol)called).Parameters;
        // The arguments of a list are alike, and their order is what it says.
        var unnamed = arguments.Take(parameters.Count(parameter => !parameter.IsParams)).ToList();
        return unnamed.Count(IsUnnamed) > Most
            && unnamed
                .Index()
                .Skip(1)
                .Any(second =>
                    IsUnnamed(second.Item)
                    && IsUnnamed(unnamed[second.Index - 1])
                    && SymbolEqualityComparer.Default.Equals(parameters[second.Index].Type, parameters[second.Index - 1].Type)
                );
    }
}
