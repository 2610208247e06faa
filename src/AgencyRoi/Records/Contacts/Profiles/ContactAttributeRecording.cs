using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>How attributes of contacts come in: those alone that the client's profiles have, with the values that these allow.</summary>
internal sealed class ContactAttributeRecording() : ContactRecording<ContactAttribute, ContactAttributeStatement>("contact's attribute")
{
    protected override async Task<Func<ContactAttributeStatement, IUserError?>> RefusalsOfContentAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var attributes = await session
            .Db.Set<ProfileAttribute>()
            .AsNoTracking()
            .Where(attribute => clients.Contains(attribute.ClientId))
            .ToDictionaryAsync(attribute => (attribute.ClientId, attribute.Code), cancellationToken);
        return statement =>
            !attributes.TryGetValue((statement.ClientId, statement.AttributeCode), out var attribute)
                ? NotFoundError.Of("profile attribute", "attributeCode")
            : attribute.ArchivedAt is not null
                ? BadInputError.At("attributeCode", "The attribute is archived: nothing more is recorded for it.")
            : attribute.Allows(statement.Value) ? null
            : BadInputError.At("value", "The attribute has a list of allowed values, and this is none of them.");
    }
}
