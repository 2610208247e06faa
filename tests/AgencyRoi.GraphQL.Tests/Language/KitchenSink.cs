using System.Runtime.CompilerServices;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Language;

/// <summary>Two documents that use every production at least once, read from beside this file.</summary>
internal static class KitchenSink
{
    public static Source Query => Read("kitchen-sink.graphql");

    public static Source Schema => Read("kitchen-sink.schema.graphql");

    private static Source Read(string file, [CallerFilePath] string here = "") =>
        new(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, file)));
}
