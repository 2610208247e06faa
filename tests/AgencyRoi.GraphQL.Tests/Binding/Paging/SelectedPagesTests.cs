using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.GraphQL.Tests.Binding.Paging;

/// <summary>Pages of rows of which only some properties are read.</summary>
public sealed class SelectedPagesTests
{
    private static readonly Expression<Func<Ship, Ship>> OnlyFlag = ship => new Ship { Flag = ship.Flag };

    private static readonly IQueryable<Ship> Fleet = Enumerable
        .Range(1, 9)
        .Select(number => new Ship
        {
            Id = number,
            Name = $"Ship {number % 4}",
            Flag = number % 2 == 0 ? "NO" : "PT",
            Tons = number % 3 == 0 ? null : number,
            Kind = (ShipKind)(number % 2),
            Owner = new Owner { Name = $"Owner {number % 5}" },
        })
        .ToList()
        .AsQueryable();

    private enum ShipKind
    {
        Ferry,
        Tanker,
    }

    private sealed class Owner
    {
        public string Name { get; init; } = "";
    }

    private sealed class Ship
    {
        public int Id { get; init; }
        public string? Name { get; init; }
        public string? Flag { get; init; }
        public int? Tons { get; init; }
        public ShipKind Kind { get; init; }
        public Owner? Owner { get; init; }
        public int Rank => -Id;

        public override string ToString() => $"{Id} {Name} {Flag} {Tons} {Kind} {Owner?.Name}";
    }

    [Fact]
    public async Task A_row_has_what_was_selected_and_what_its_cursor_is_made_of()
    {
        var page = await Fleet.OrderBy(ship => ship.Name).ToPageAsync(new(First: 1), OnlyFlag, TestContext.Current.CancellationToken);

        Assert.Equal("4 Ship 0 NO  Ferry ", Assert.Single(page).ToString());
    }

    [Fact]
    public async Task Cursors_of_selected_rows_are_those_of_whole_ones()
    {
        Func<IQueryable<Ship>, IQueryable<Ship>>[] orders =
        [
            ships => ships,
            ships => ships.OrderBy(ship => ship.Name),
            ships => ships.OrderByDescending(ship => ship.Kind).ThenBy(ship => ship.Tons),
            ships => ships.OrderBy(ship => ship.Tons!.Value + ship.Id).Where(ship => ship.Tons != null),
        ];
        foreach (var order in orders)
        {
            string? after = null;
            do
            {
                var paging = new PagingArguments(First: 2, After: after);
                var whole = await order(Fleet).ToPageAsync(paging, TestContext.Current.CancellationToken);
                var selected = await order(Fleet).ToPageAsync(paging, OnlyFlag, TestContext.Current.CancellationToken);

                Assert.Equal(whole.Select(whole.CreateCursor), selected.Select(selected.CreateCursor));
                Assert.Equal(whole.Select(ship => ship.Flag), selected.Select(ship => ship.Flag));
                Assert.All(selected, ship => Assert.Null(ship.Owner));
                after = whole.HasNextPage ? selected.CreateCursor(selected[^1]) : null;
            } while (after is not null);
        }
    }

    [Fact]
    public async Task Rows_are_whole_when_their_order_reaches_further_or_is_computed()
    {
        foreach (var ordered in new[] { Fleet.OrderBy(ship => ship.Owner!.Name), Fleet.OrderBy(ship => ship.Rank) })
        {
            var page = await ordered.ToPageAsync(new(First: 3), OnlyFlag, TestContext.Current.CancellationToken);

            Assert.All(page, ship => Assert.NotNull(ship.Owner));
        }
    }

    [Fact]
    public async Task Pages_inside_parents_have_selected_rows_too()
    {
        var ordered = Fleet.OrderByDescending(ship => ship.Name);

        var whole = await ordered.ToBatchPageAsync(
            ship => ship.Kind,
            [ShipKind.Tanker, ShipKind.Ferry],
            new(First: 2),
            cancellationToken: TestContext.Current.CancellationToken
        );
        var selected = await ordered.ToBatchPageAsync(
            ship => ship.Kind,
            [ShipKind.Tanker, ShipKind.Ferry],
            new(First: 2),
            selector: OnlyFlag,
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal(["3 Ship 3 PT  Ferry ", "7 Ship 3 PT  Ferry "], selected[ShipKind.Tanker].Select(ship => $"{ship}"));
        foreach (var (kind, page) in whole)
            Assert.Equal(page.Select(page.CreateCursor), selected[kind].Select(selected[kind].CreateCursor));
    }

    [Fact]
    public async Task A_selector_is_extended_once_for_an_order()
    {
        var asked = new List<Expression>();
        var watched = new WatchedQueries(Fleet.Provider, asked);

        for (var i = 0; i < 2; i++)
            await watched
                .CreateQuery<Ship>(Fleet.Expression)
                .OrderBy(ship => ship.Tons)
                .ToPageAsync(new(First: 2), OnlyFlag, TestContext.Current.CancellationToken);

        Assert.Equal(2, asked.Count);
        Assert.Same(asked[0], asked[1]);
    }

    [Fact]
    public async Task Only_properties_can_be_selected() =>
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await Fleet.ToPageAsync(new(First: 1), ship => ship, TestContext.Current.CancellationToken)
        );

    /// <summary>Queries in memory that tell what they select.</summary>
    private sealed class WatchedQueries(IQueryProvider inner, List<Expression> selectors) : IQueryProvider
    {
        public IQueryable CreateQuery(Expression expression) => inner.CreateQuery(expression);

        public IQueryable<TElement> CreateQuery<TElement>(Expression expression)
        {
            if (expression is MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [_, UnaryExpression selector] })
                selectors.Add(selector.Operand);
            return new Watched<TElement>(this, inner.CreateQuery<TElement>(expression));
        }

        public object? Execute(Expression expression) => inner.Execute(expression);

        public TResult Execute<TResult>(Expression expression) => inner.Execute<TResult>(expression);
    }

    private sealed class Watched<T>(IQueryProvider provider, IQueryable<T> inner) : IOrderedQueryable<T>
    {
        public Type ElementType => typeof(T);
        public Expression Expression => inner.Expression;
        public IQueryProvider Provider => provider;

        public IEnumerator<T> GetEnumerator() => inner.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
