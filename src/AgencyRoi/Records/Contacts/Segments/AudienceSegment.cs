using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>How many people a segment is meant for.</summary>
internal enum AudienceBreadth
{
    /// <summary>Many people, with little in common.</summary>
    Broad,

    /// <summary>Few people, with much in common.</summary>
    Narrow,
}

/// <summary>
/// A segment of a client's audience: the contacts for whom all of its conditions hold. Its conditions never change, so that results of its messages stay comparable:
/// other conditions are another segment.
/// </summary>
[TenantOwned]
[Node]
internal sealed class AudienceSegment : VersionedRow, IOfClient
{
    private const char Is = '=';

    private AudienceSegment() { }

    private AudienceSegment(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>Its key, unique for the client.</summary>
    public string Code { get; private init; } = "";

    /// <summary>As the agency calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it is meant for many people or for few.</summary>
    public AudienceBreadth Breadth { get; private init; }

    [GraphQLIgnore]
    public List<string> StageCodes { get; private init; } = [];

    [GraphQLIgnore]
    public List<string> AttributeValues { get; private init; } = [];

    /// <summary>The code of the network that a contact has a handle on; null: no condition.</summary>
    public string? NetworkCode { get; private init; }

    /// <summary>The first day, in UTC, on which a contact was entered; null: no condition.</summary>
    public DateOnly? MadeSince { get; private init; }

    /// <summary>When it was archived; null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>The conditions on attributes, by code.</summary>
    internal static IReadOnlyList<SegmentAttribute> Conditions(AudienceSegment segment) =>
        [
            .. from condition in segment.AttributeValues
            let parts = condition.Split(Is, 2)
            group parts[1] by parts[0] into attribute
            orderby attribute.Key
            select new SegmentAttribute(attribute.Key, [.. attribute]),
        ];

    public static AudienceSegment Create(AgencyId tenantId, CreateAudienceSegmentInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            ClientId = input.ClientId,
            Code = input.Code,
            Name = input.Name,
            Breadth = input.Breadth,
            StageCodes = [.. (input.Stages ?? []).Distinct().Order().Select(EnumCode.Of)],
            AttributeValues =
            [
                .. (input.Attributes ?? []).SelectMany(each => each.Values.Select(value => $"{each.AttributeCode}{Is}{value}")).Distinct(),
            ],
            NetworkCode = input.NetworkCode,
            MadeSince = input.MadeSince,
        };

    public IUserError? Rename(string name, DateTimeOffset now)
    {
        if (ArchivedAt is not null)
            return BadInputError.At("id", "The segment is archived: make another one.");
        (Name, UpdatedAt) = (name, now);
        return null;
    }

    /// <summary>Archiving twice changes nothing.</summary>
    public void Archive(DateTimeOffset now)
    {
        if (ArchivedAt is null)
            (ArchivedAt, UpdatedAt) = (now, now);
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<AudienceSegment>(row =>
        {
            row.ToTable("audience_segments", "app");
            row.HasTenantKey();
            row.Property(each => each.StageCodes).HasColumnName("stages");
            row.RefersTo<AudienceSegment, Client>(each => each.ClientId);
        });
}

/// <summary>A condition on an attribute of a contact.</summary>
/// <param name="AttributeCode">The code of the attribute.</param>
/// <param name="Values">The values of which the contact has one.</param>
internal sealed record SegmentAttribute(string AttributeCode, [property: ListSize(AssumedSize = 5)] IReadOnlyList<string> Values);
