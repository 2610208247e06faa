using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>An attribute that a client's profiles of people may have, such as a size, an interest or a plan. Nothing else is recorded of a person.</summary>
[TenantOwned]
[Node]
internal sealed class ProfileAttribute : VersionedRow, IOfClient
{
    private ProfileAttribute() { }

    private ProfileAttribute(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>Its key, unique for the client: statements and files name the attribute by it.</summary>
    public string Code { get; private init; } = "";

    /// <summary>As the agency calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The question that it answers about a person.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Whether it is to be known of everybody: a profile is complete when all wanted attributes are known.</summary>
    public bool IsWanted { get; private set; }

    /// <summary>Whether it says what the person needs, so that an offer can answer it.</summary>
    public bool IsNeed { get; private set; }

    [GraphQLIgnore]
    public List<string> Choices { get; private set; } = [];

    /// <summary>When it was archived: nothing more is recorded for it, and no figure counts it. Null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public static ProfileAttribute Create(AgencyId tenantId, CreateProfileAttributeInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            ClientId = input.ClientId,
            Code = input.Code,
            Name = input.Name,
            Question = input.Question,
            IsWanted = input.IsWanted,
            IsNeed = input.IsNeed,
            Choices = [.. input.AllowedValues ?? []],
        };

    public IUserError? Change(UpdateProfileAttributeInput input, DateTimeOffset now)
    {
        if (ArchivedAt is not null)
            return BadInputError.At("id", "The attribute is archived: make another one.");
        if (input.AllowedValues is { } values)
        {
            if (Choices.Count == 0 != (values.Count == 0))
                return BadInputError.At("allowedValues", "An attribute of any text stays one, and one of a list too: make another one.");
            if (Choices.Except(values).Any())
                return BadInputError.At("allowedValues", "Values are added and none is taken away: contacts may have it.");
            Choices = [.. values];
        }
        Name = input.Name ?? Name;
        Question = input.Question ?? Question;
        IsWanted = input.IsWanted ?? IsWanted;
        IsNeed = input.IsNeed ?? IsNeed;
        UpdatedAt = now;
        return null;
    }

    /// <summary>Archiving twice changes nothing.</summary>
    public void Archive(DateTimeOffset now)
    {
        if (ArchivedAt is null)
            (ArchivedAt, UpdatedAt) = (now, now);
    }

    /// <summary>Whether a contact may have this value.</summary>
    public bool Allows(string value) => Choices.Count == 0 || Choices.Contains(value);

    public static void Map(ModelBuilder model) =>
        model.Entity<ProfileAttribute>(row =>
        {
            row.ToTable("profile_attributes", "app");
            row.HasTenantKey();
            row.Property(each => each.Choices).HasColumnName("allowed_values");
            row.RefersTo<ProfileAttribute, Client>(each => each.ClientId);
        });
}
