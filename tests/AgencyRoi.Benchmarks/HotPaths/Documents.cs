using System.Text;
using AgencyRoi.Benchmarks.Sample;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>What the hot paths are measured with: the sample server's requests, and a document of 100 fields against the product's own schema.</summary>
internal static class Documents
{
    public const string Hello = "{ hello }";
    public const string List = "{ accounts { id name industry currency budget isActive } }";
    public const string ListWithLoader = "{ accounts { id name industry currency budget isActive channels { id network handle } } }";

    public static byte[] HundredFields { get; } =
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "HotPaths", "hundred-fields.graphql"));

    public static Schema SampleSchema { get; } = SampleServer.AddTypes(new RequestExecutorBuilder()).BuildSchema();

    public static Schema ProductSchema { get; } = AgencyRoi.Entry.Api.ProductSchema.ForStaff(Modules.All);

    /// <summary>The document of 100 fields with a comment of its own: no cache has seen it before.</summary>
    public static byte[] UnseenHundredFields(int number) => [.. HundredFields, .. Encoding.UTF8.GetBytes($"# {number}\n")];

    public static DocumentNode ParseHundredFields() => Parser.ParseDocument(new Source(HundredFields));
}
