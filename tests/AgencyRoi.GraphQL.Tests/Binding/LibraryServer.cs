using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Binding;

/// <summary>The sample domain behind a real engine.</summary>
internal sealed class LibraryServer : IServiceProvider
{
    private static readonly Schema Staff = Builder().BuildSchema();
    private readonly GraphQLEngine engine;

    public LibraryServer(Schema? schema = null) => engine = new GraphQLEngine(schema ?? Staff);

    public Shelf Shelf { get; } = new();

    /// <summary>What resolvers ask for besides the shelf.</summary>
    public Dictionary<Type, object> Services { get; } = [];

    public static RequestExecutorBuilder Builder() =>
        new RequestExecutorBuilder()
            .ModifyOptions(options => options.IsService = type => type == typeof(Shelf))
            .AddTypes(typeof(LibraryQueries), typeof(BookType), typeof(AuthorType), typeof(LibraryMutations), typeof(LibrarySubscriptions))
            .AddFiltering()
            .AddSorting()
            .AddMutationConventions()
            .AddGlobalObjectIdentification()
            .AddErrorInterfaceType<IError>();

    /// <summary>The same code without what is for the staff.</summary>
    public static RequestExecutorBuilder Portal() =>
        Builder().ModifyOptions(options => options.IncludeMember = member => !member.Has<StaffOnlyAttribute>());

    /// <summary>Small numbers as readable ids.</summary>
    public static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:D12}");

    public Book Add(
        int number,
        string title,
        int pages = 100,
        decimal? price = null,
        int author = 1,
        BookSize? size = null,
        params string[] tags
    )
    {
        var book = new Book
        {
            Id = Id(number),
            Title = title,
            AuthorId = Id(author),
            Pages = pages,
            Price = price,
            Published = new DateOnly(2020, 1, number),
            Format = number % 2 == 0 ? BookFormat.HardCover : BookFormat.Paperback,
            Size = size,
            Tags = tags,
        };
        Shelf.Books.Add(book);
        return book;
    }

    public async Task<JsonNode> AskAsync(string document, object? variables = null)
    {
        var request = new GraphQLRequest(document) { Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) };
        using var response = await engine.ExecuteAsync(request, Context(), TestContext.Current.CancellationToken);
        return JsonNode.Parse(response.ToString())!;
    }

    public async Task<List<JsonNode>> ListenAsync(string document)
    {
        var answers = new List<JsonNode>();
        await foreach (
            var response in engine.SubscribeAsync(new GraphQLRequest(document), Context(), TestContext.Current.CancellationToken)
        )
        {
            using (response)
                answers.Add(JsonNode.Parse(response.ToString())!);
        }
        return answers;
    }

    /// <summary>The data as compact JSON; fails when there are errors.</summary>
    public async Task<string> DataAsync(string document, object? variables = null)
    {
        var answer = await AskAsync(document, variables);
        Assert.Null(answer["errors"]);
        return answer["data"]!.ToJsonString();
    }

    /// <summary>The code of the only error.</summary>
    public async Task<string?> ErrorCodeAsync(string document, object? variables = null)
    {
        var answer = await AskAsync(document, variables);
        return (string?)Assert.Single(answer["errors"]!.AsArray())!["extensions"]?["code"];
    }

    object? IServiceProvider.GetService(Type serviceType) => serviceType == typeof(Shelf) ? Shelf : Services.GetValueOrDefault(serviceType);

    private OperationContext Context() => new() { Services = this, AllowedOperations = AllowedOperations.All };
}
