using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>Results of a variant's messages, as somebody states them. A response counts on the day on which its message was delivered.</summary>
internal sealed record MessageResultStatement : ObservationStatement
{
    /// <summary>The code of the variant.</summary>
    [InFile("The code of the variant of the message.", Column = "variant")]
    public required string VariantCode { get; init; }

    /// <summary>The messages that were delivered on the day, a whole number.</summary>
    [InFile("The messages that were delivered on the day.", Number = FileNumber.Quantity)]
    public required decimal Delivered { get; init; }

    /// <summary>Those of them that were responded to, until today.</summary>
    [InFile("Those of them that were responded to, whenever it was.", Number = FileNumber.Quantity)]
    public required decimal Responded { get; init; }

    /// <summary>Those of them whose receiver did what the message asks for, until today.</summary>
    [InFile("Those of them whose receiver did what the message asks for, whenever it was.", Number = FileNumber.Quantity)]
    public required decimal Conversions { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        checks.WholeQuantity(Delivered, "delivered");
        checks.WholeQuantity(Responded, "responded");
        checks.WholeQuantity(Conversions, "conversions");
        const string more = "There are not more of them than messages that were delivered.";
        checks.Require(Responded <= Delivered || checks.IsFaulty("responded") || checks.IsFaulty("delivered"), "responded", more);
        checks.Require(
            Conversions <= Delivered || checks.IsFaulty("conversions") || checks.IsFaulty("delivered") || checks.IsFaulty("responded"),
            "conversions",
            more
        );
    }
}

/// <summary>Results of the messages of a variant that were delivered on a day. An observation: it is worth no money.</summary>
[TenantOwned]
[Node]
internal sealed class MessageResult : Observation<MessageResult, MessageResultStatement>, IOfClient
{
    internal static readonly MessageResultRecording Recording = new();

    /// <summary>The code of the variant.</summary>
    public string VariantCode { get; private set; } = "";

    /// <summary>The messages that were delivered on the day.</summary>
    public decimal Delivered { get; private set; }

    /// <summary>Those of them that were responded to.</summary>
    public decimal Responded { get; private set; }

    /// <summary>Those of them whose receiver did what the message asks for.</summary>
    public decimal Conversions { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<MessageResult>(row =>
        {
            row.ToTable("message_results", "app");
            row.HasTenantKey();
            row.Property(each => each.Delivered).HasPrecision(20, 4);
            row.Property(each => each.Responded).HasPrecision(20, 4);
            row.Property(each => each.Conversions).HasPrecision(20, 4);
            row.RefersTo<MessageResult, Client>(each => each.ClientId);
        });
}

/// <summary>How results come in: of variants that the client has.</summary>
internal sealed class MessageResultRecording() : ObservationRecording<MessageResult, MessageResultStatement>("result of messages")
{
    protected override async Task<Func<MessageResultStatement, IUserError?>> RefusalsAsync(
        DatabaseSession session,
        IReadOnlyList<MessageResultStatement> statements,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var variants = (
            await session
                .Db.Set<MessageVariant>()
                .Where(variant => clients.Contains(variant.ClientId))
                .Select(variant => new { variant.ClientId, variant.Code })
                .ToListAsync(cancellationToken)
        )
            .Select(variant => (variant.ClientId, variant.Code))
            .ToHashSet();
        return statement =>
            variants.Contains((statement.ClientId, statement.VariantCode)) ? null : NotFoundError.Of("variant of a message", "variantCode");
    }
}

internal sealed class MessageResultImport() : RecordingImport<MessageResultStatement, MessageResult>(MessageResult.Recording)
{
    public override string Name => "message-results";

    protected override MessageResultStatement Complete(
        MessageResultStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) => stated with { ClientId = clientId };
}
