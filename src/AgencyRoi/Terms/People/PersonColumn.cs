using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Imports.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.People;

/// <summary>People belong to the agency: a token that is restricted to clients finds none.</summary>
internal sealed record PersonColumn()
    : ReferenceColumn("person", "External reference or global id of the person who worked.", IsRequired: true)
{
    public override string TypeName => nameof(Person);

    public override string Complaint => "There is no such person.";

    public override async Task<IReadOnlyList<Referable>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        IReadOnlyCollection<string> named,
        CancellationToken cancellationToken
    ) =>
        session.Scope.Clients.IsAll
            ? await session
                .Db.Set<Person>()
                .Select(person => new Referable(null, person.Id.Value, person.ExternalReference))
                .ToListAsync(cancellationToken)
            : [];
}
