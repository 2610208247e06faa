using System.Reflection;
using System.Text.RegularExpressions;
using AgencyRoi.GraphQL.Binding;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>HotChocolate's source generator reads type classes only when they are partial, and makes the parents of a batch resolver a list.</summary>
public sealed partial class ResolverShapeTests
{
    [Fact]
    public void Type_classes_are_partial()
    {
        var classes = Directory
            .EnumerateFiles(Repository.PathOf("src/AgencyRoi"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => TypeClass().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["words"].Value)
            .ToList();

        Assert.NotEmpty(classes);
        Assert.DoesNotContain(classes, words => !words.Contains("partial ", StringComparison.Ordinal));
    }

    [Fact]
    public void Batch_resolvers_take_their_parents_as_a_list()
    {
        var parents = typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.IsDefined(typeof(BatchResolverAttribute)))
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(ParentAttribute)))
            .ToList();

        Assert.NotEmpty(parents);
        Assert.DoesNotContain(parents, parent => parent.ParameterType.Name != typeof(List<>).Name);
    }

    [GeneratedRegex(
        @"^\[(?:QueryType|MutationType|SubscriptionType|ObjectType<|ExtendObjectType<)[^\n]*\n(?:\[[^\n]*\n|///[^\n]*\n)*(?<words>[\w ]+ class \w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TypeClass();
}
