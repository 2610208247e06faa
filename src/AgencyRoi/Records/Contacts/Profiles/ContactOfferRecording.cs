using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>How offers to contacts come in: a need that they are to answer is one that the client's profiles ask.</summary>
internal sealed class ContactOfferRecording() : ContactRecording<ContactOffer, ContactOfferStatement>("offer to a contact")
{
    protected override async Task<Func<ContactOfferStatement, IUserError?>> RefusalsOfContentAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var needs = await session
            .Db.Set<ProfileAttribute>()
            .AsNoTracking()
            .Where(attribute => clients.Contains(attribute.ClientId))
            .ToDictionaryAsync(attribute => (attribute.ClientId, attribute.Code), cancellationToken);
        return statement =>
            statement is not { NeedCode: { } code, NeedValue: { } value } ? null
            : !needs.TryGetValue((statement.ClientId, code), out var need) ? NotFoundError.Of("profile attribute", "needCode")
            : !need.IsNeed ? BadInputError.At("needCode", "The attribute does not say what a person needs.")
            : need.Allows(value) ? null
            : BadInputError.At("needValue", "The attribute has a list of allowed values, and this is none of them.");
    }
}
