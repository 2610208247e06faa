using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Contacts.LeadForms;

[ObjectType<LeadForm>]
internal static partial class LeadFormFields
{
    [NodeResolver]
    public static Task<LeadForm?> GetLeadFormAsync(Guid id, RowById<LeadForm> forms, CancellationToken cancellationToken) =>
        forms.LoadAsync(id, cancellationToken);

    /// <summary>Its fields, in the order in which they were given; at most 50.</summary>
    [ListSize(AssumedSize = 50)]
    public static IReadOnlyList<LeadFormField> GetFields([Parent("FieldsText")] LeadForm form) => form.ReadFields();
}

[ExtendObjectType<Client>]
internal static partial class LeadFormsOfClient
{
    private static readonly ChildList<LeadForm, ClientId> OfClient = new(
        form => form.ClientId,
        sort => sort.AddAscending(form => form.CreatedAt)
    );

    /// <summary>The forms by which people say who they are, in the order of entry unless another is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<LeadForm>>> GetLeadFormsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<LeadForm> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
