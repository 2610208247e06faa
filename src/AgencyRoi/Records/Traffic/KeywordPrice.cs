using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;
using Priced = AgencyRoi.Metrics.Streams.KeywordPrice;

namespace AgencyRoi.Records.Traffic;

/// <summary>A price as somebody states it.</summary>
internal sealed record KeywordPriceStatement
{
    public required ClientId ClientId { get; init; }

    [InFile("The term; case and spaces make no difference.")]
    public required string Keyword { get; init; }

    [InFile("ISO 3166-1, two capital letters.")]
    public required string Country { get; init; }

    [InFile("Any day of the month, as 2025-12-01.")]
    public required DateOnly Month { get; init; }

    [InFile("Of one click, as 1.25; zero is a price.", Number = FileNumber.Amount)]
    public required decimal Amount { get; init; }

    [InFile("ISO 4217.")]
    public required string Currency { get; init; }

    [InFile("Where it was taken from.")]
    public required string Source { get; init; }

    public KeywordMonth Key => new(Keyword, Country, Month);

    public void Check(FactChecks checks)
    {
        checks.Text(Key.Keyword, "keyword");
        checks.Market(Key.CountryCode);
        checks.Agreed(Key.Month, "month");
        checks.Amount(Amount, "amount");
        checks.Currency(Currency);
        checks.Text(Source, "source", longest: 2000);
    }
}

/// <summary>The price of a click on a search term in a market and a month. Zero is a price; none is not.</summary>
[TenantOwned]
[Node]
internal sealed class KeywordPrice : VersionedRow, IOfClient
{
    private KeywordPrice() { }

    private KeywordPrice(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The term, in small letters with single spaces.</summary>
    public string Keyword { get; private init; } = "";

    /// <summary>ISO 3166-1: the market.</summary>
    public string Country { get; private init; } = "";

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>Of one click, unrounded.</summary>
    public decimal Amount { get; private set; }

    /// <summary>ISO 4217: the price's own currency.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Where it was taken from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Goes up with each change.</summary>
    public override long Version
    {
        get => base.Version;
        protected init => base.Version = value;
    }

    internal KeywordMonth Key() => new(Keyword, Country, Month);

    internal Money Money() => new(Amount, Currency);

    internal Priced Fact() => new(Key(), Money());

    public static KeywordPrice Set(AgencyId tenantId, KeywordPriceStatement statement, DateTimeOffset now)
    {
        var price = new KeywordPrice(tenantId, now)
        {
            ClientId = statement.ClientId,
            Keyword = statement.Key.Keyword,
            Country = statement.Key.CountryCode,
            Month = statement.Key.Month,
        };
        price.Change(statement, now);
        return price;
    }

    public bool Says(KeywordPriceStatement statement) =>
        (Amount, Currency, Source) == (statement.Amount, statement.Currency, statement.Source);

    public void Change(KeywordPriceStatement statement, DateTimeOffset now) =>
        (Amount, Currency, Source, UpdatedAt) = (statement.Amount, statement.Currency, statement.Source, now);

    public static void Map(ModelBuilder model) =>
        model.Entity<KeywordPrice>(price =>
        {
            price.ToTable("keyword_prices", "app");
            price.HasTenantKey();
            price.Property(row => row.Amount).HasPrecision(24, 10);
            price.RefersTo<KeywordPrice, Client>(row => row.ClientId);
        });
}
