using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>
/// The notice by which a client tells people how it processes their data, in a language and from a day on. It is public, and never changed: a later one for the same
/// language and day takes its place.
/// </summary>
[TenantOwned]
[Node]
internal sealed class ProcessingNotice : DatedRow, IOfClient
{
    private ProcessingNotice() { }

    private ProcessingNotice(AgencyId tenantId, DateOnly from, int revision, DateTimeOffset now)
        : base(tenantId, from, revision, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The language, as IETF writes it: en, fr-CA.</summary>
    [Portal]
    public string Language { get; private init; } = "";

    /// <summary>The first day on which it holds, in the client's time zone; it holds until a later one in its language begins.</summary>
    [Portal]
    public override DateOnly EffectiveFrom { get; protected init; }

    /// <summary>Where it is to be read; null: its text is here alone.</summary>
    [Portal]
    public string? Url { get; private init; }

    /// <summary>What it says; null: it is to be read at its address alone.</summary>
    [Portal]
    public string? Text { get; private init; }

    [GraphQLIgnore]
    public List<string> PurposeCodes { get; private init; } = [];

    public static ProcessingNotice Create(AgencyId tenantId, SetProcessingNoticeInput input, int revision, DateTimeOffset now) =>
        new(tenantId, input.EffectiveFrom, revision, now)
        {
            ClientId = input.ClientId,
            Language = input.Language,
            Url = input.Url,
            Text = input.Text,
            PurposeCodes = [.. input.Purposes.Distinct().Order().Select(EnumCode.Of)],
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ProcessingNotice>(row =>
        {
            row.ToTable("processing_notices", "app");
            row.HasTenantKey();
            row.Property(each => each.PurposeCodes).HasColumnName("purposes");
            row.RefersTo<ProcessingNotice, Client>(each => each.ClientId);
        });
}
