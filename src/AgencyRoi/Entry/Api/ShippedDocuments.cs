using System.Collections.Frozen;
using System.Security.Cryptography;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.Entry.Api;

/// <summary>
/// The files of <c>schema/operations</c>, which tokens can be bound to. Each operation is run by its file and name
/// (<c>clients/CreateClient</c>), each file by its hash (<c>sha256:…</c>).
/// </summary>
internal static class ShippedDocuments
{
    private const string Folder = "AgencyRoi.operations.";
    private const string Extension = ".graphql";

    public static IReadOnlyDictionary<string, TrustedDocument> All { get; } = Files().SelectMany(Ids).ToFrozenDictionary();

    private static IEnumerable<(string Name, byte[] Text)> Files()
    {
        var assembly = typeof(ShippedDocuments).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(IsFile))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!; // Its name was just read.
            var text = new byte[stream.Length];
            stream.ReadExactly(text);
            yield return (resource[Folder.Length..^Extension.Length], text);
        }
    }

    private static IEnumerable<KeyValuePair<string, TrustedDocument>> Ids((string Name, byte[] Text) file)
    {
        yield return new($"sha256:{Convert.ToHexStringLower(SHA256.HashData(file.Text))}", new TrustedDocument(file.Text));
        foreach (var operation in Parser.ParseDocument(new Source(file.Text)).Definitions.OfType<OperationDefinitionNode>())
            if (operation.Name?.Value is { } name)
                yield return new($"{file.Name}/{name}", new TrustedDocument(file.Text, name));
    }

    private static bool IsFile(string resource) => resource.StartsWith(Folder, StringComparison.Ordinal);
}
