using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Tests.Binding;

/// <summary>How a book is bound.</summary>
public enum BookFormat
{
    /// <summary>Paper covers.</summary>
    Paperback,

    /// <summary>Cloth and boards.</summary>
    HardCover,
}

/// <summary>Somebody who writes.</summary>
public sealed class Author
{
    /// <summary>The author's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name on the cover.</summary>
    public required string Name { get; init; }

    /// <summary>The country; unknown for some.</summary>
    public string? Country { get; init; }
}

/// <summary>Something to read.</summary>
public sealed class Book
{
    /// <summary>The book's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The title on the cover.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it.</summary>
    [ID<Author>]
    public Guid AuthorId { get; init; }

    /// <summary>The price in the shop; undefined when it is not sold.</summary>
    public decimal? Price { get; init; }

    /// <summary>The number of pages.</summary>
    public int Pages { get; init; }

    /// <summary>How it is bound.</summary>
    public BookFormat Format { get; init; }

    /// <summary>The day of its first edition.</summary>
    public DateOnly Published { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The size of the book.</summary>
    public BookSize? Size { get; init; }

    /// <summary>What the shop paid; nobody else's business.</summary>
    [StaffOnly]
    public decimal Cost { get; init; }

    [GraphQLIgnore]
    public string Secret { get; init; } = "";
}

/// <summary>A size in centimetres.</summary>
/// <param name="Height">From bottom to top.</param>
/// <param name="Width">From left to right.</param>
public sealed record BookSize(int Height, int? Width);

/// <summary>A sale of a book.</summary>
/// <param name="Buyer">Who bought it.</param>
/// <param name="Quantity">How many.</param>
public sealed record Sale([StaffOnly] string Buyer, [property: GraphQLName("count")] int Quantity);

[AttributeUsage(AttributeTargets.All)]
public sealed class StaffOnlyAttribute : Attribute;

public sealed class Shelf
{
    public List<Author> Authors { get; } = [];
    public List<Book> Books { get; } = [];
    public int BatchCalls { get; set; }
    public string Name { get; set; } = "by the door";
    public List<Book> Sorted => [.. Books.OrderBy(book => book.Title)];
}

/// <summary>What every error says.</summary>
public interface IError
{
    /// <summary>One sentence for people.</summary>
    string Message { get; }

    /// <summary>Where in the input it lies.</summary>
    IReadOnlyList<string>? Path => null;
}

/// <summary>There is a book of that title.</summary>
/// <param name="Title">The title.</param>
public sealed record TitleTaken(string Title) : IError
{
    /// <inheritdoc/>
    public string Message => $"There already is a book called {Title}.";
}

/// <summary>There is no such author.</summary>
public sealed record AuthorNotFound : IError
{
    /// <inheritdoc/>
    public string Message => "There is no such author.";

    /// <inheritdoc/>
    public IReadOnlyList<string>? Path => ["authorId"];

    public static AuthorNotFound CreateErrorFrom(KeyNotFoundException missing) => new();
}

/// <summary>A new book.</summary>
/// <param name="Title">Its title.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Format">How it is bound.</param>
public sealed record AddBookInput(
    string Title,
    [property: ID<Author>] Guid AuthorId,
    int Pages = 100,
    BookFormat Format = BookFormat.HardCover
);

[QueryType]
public static partial class LibraryQueries
{
    /// <summary>All books.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Book> GetBooks(Shelf shelf) => shelf.Books.AsQueryable();

    /// <summary>One book.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="shelf">Where it stands.</param>
    public static Book? GetBook([ID<Book>] Guid id, Shelf shelf) => shelf.Books.Find(book => book.Id == id);

    /// <summary>Books in the order of their price, computed in memory.</summary>
    [UsePaging(MaxPageSize = 3, DefaultPageSize = 2)]
    public static async Task<Connection<Book>> GetBooksByPriceAsync(
        PagingArguments paging,
        Shelf shelf,
        CancellationToken cancellationToken
    ) => (await shelf.Books.AsQueryable().OrderByDescending(book => book.Price).ToPageAsync(paging, cancellationToken)).ToConnection();

    /// <summary>The first ones by title, computed in memory.</summary>
    [UsePaging]
    public static KeyedList<Book> GetShortlist(Shelf shelf) =>
        KeyedList.Of(shelf.Name, shelf.Books.Select(book => ((book.Title, book.Id), book)));

    /// <summary>What was sold; staff only.</summary>
    [StaffOnly]
    public static IReadOnlyList<Sale> GetSales() => [new("Ada", 2)];
}

[ObjectType<Book>]
public static partial class BookType
{
    /// <summary>Who wrote it.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<ResolverResult<Author>>> GetAuthorAsync([Parent] IReadOnlyList<Book> books, Shelf shelf)
    {
        shelf.BatchCalls++;
        return Task.FromResult<IReadOnlyList<ResolverResult<Author>>>([
            .. books.Select(book =>
                shelf.Authors.Find(author => author.Id == book.AuthorId) is { } author
                    ? ResolverResult.Ok(author)
                    : ResolverResult.Fail<Author>("The author is gone.", "GONE")
            ),
        ]);
    }

    /// <summary>The title in capitals.</summary>
    public static string Headline([Parent] Book book) => book.Title.ToUpperInvariant();

    [NodeResolver]
    public static Task<Book?> FindAsync(Guid id, Shelf shelf) => Task.FromResult(shelf.Books.Find(book => book.Id == id));
}

[ObjectType<Author>]
[Node]
public static partial class AuthorType
{
    /// <summary>The author's books.</summary>
    /// <param name="minPages">Only those with so many pages.</param>
    /// <param name="authors">The authors.</param>
    /// <param name="paging">The page.</param>
    /// <param name="shelf">Where they stand.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [BatchResolver, UsePaging(ConnectionName = "authorBooks")]
    public static async Task<IReadOnlyList<Connection<Book>>> GetBooksAsync(
        [Parent] IReadOnlyList<Author> authors,
        PagingArguments paging,
        Shelf shelf,
        CancellationToken cancellationToken,
        int minPages = 0
    )
    {
        var pages = await shelf
            .Books.AsQueryable()
            .Where(book => book.Pages >= minPages)
            .OrderBy(book => book.Title)
            .ToBatchPageAsync(
                book => book.AuthorId,
                [.. authors.Select(author => author.Id)],
                paging,
                cancellationToken: cancellationToken
            );
        return [.. authors.Select(author => pages[author.Id].ToConnection())];
    }

    public static Author? Get(Guid id, Shelf shelf) => shelf.Authors.Find(author => author.Id == id);
}

[MutationType]
public static partial class LibraryMutations
{
    /// <summary>Puts a book on the shelf.</summary>
    [Error<TitleTaken>]
    [Error<AuthorNotFound>]
    public static FieldResult<Book> AddBook(AddBookInput input, Shelf shelf)
    {
        if (shelf.Books.Exists(book => book.Title == input.Title))
            return new(new TitleTaken(input.Title));
        if (!shelf.Authors.Exists(author => author.Id == input.AuthorId))
            throw new KeyNotFoundException();
        var book = new Book
        {
            Id = Guid.CreateVersion7(),
            Title = input.Title,
            AuthorId = input.AuthorId,
            Pages = input.Pages,
            Format = input.Format,
        };
        shelf.Books.Add(book);
        return book;
    }

    /// <summary>Gives a book another title or price.</summary>
    /// <param name="id">The book.</param>
    /// <param name="title">The new title; unchanged when absent.</param>
    /// <param name="shelf">Where it stands.</param>
    [Error<TitleTaken>]
    public static FieldResult<string> RenameBook([ID<Book>] Guid id, Optional<string> title, Shelf shelf) =>
        !title.HasValue ? "unchanged"
        : shelf.Books.Exists(book => book.Title == title.Value) ? new FieldResult<string>(errors: [new TitleTaken(title.Value!)])
        : $"{shelf.Books.Find(book => book.Id == id)?.Title} is now {title.Value}";

    /// <summary>Counts the shelf.</summary>
    public static int Recount(Shelf shelf) => shelf.Books.Count;
}

[SubscriptionType]
public static partial class LibrarySubscriptions
{
    /// <param name="titled">Only the book of that title.</param>
    /// <param name="shelf">Where it stands.</param>
    public static async IAsyncEnumerable<Book> OpenBookAddedAsync(string? titled, Shelf shelf)
    {
        foreach (var book in shelf.Books.Where(book => titled is null || book.Title == titled))
        {
            await Task.Yield();
            yield return book;
        }
    }

    /// <summary>Each book as it is added.</summary>
    [Subscribe(With = nameof(OpenBookAddedAsync))]
    public static Book OnBookAdded([EventMessage] Book book) => book;
}
