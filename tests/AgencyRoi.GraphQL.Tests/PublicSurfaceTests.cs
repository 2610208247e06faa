using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.GraphQL.Tests.Binding;

namespace AgencyRoi.GraphQL.Tests;

/// <summary>
/// What is public is promised to whoever uses the library. The promise is a file of the library's folder; whoever changes it sees that in the review, and
/// writes it anew with UPDATE_SNAPSHOTS=1.
/// </summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_engine_promises_what_its_file_says() => Check(typeof(GraphQLEngine), "AgencyRoi.GraphQL");

    [Fact]
    public void The_engine_over_http_promises_what_its_file_says() => Check(typeof(GraphQLEndpoint), "AgencyRoi.GraphQL.AspNetCore");

    private static void Check(Type type, string project) =>
        Snapshot.Match(PublicSurface.Of(type.Assembly), Path.Combine("..", "..", "src", project, "PublicSurface.txt"));
}
