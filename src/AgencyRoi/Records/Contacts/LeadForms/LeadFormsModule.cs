using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.LeadForms;

internal sealed class LeadFormsModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(LeadFormFields), typeof(LeadFormsOfClient), typeof(CreateLeadForm), typeof(UpdateLeadForm), typeof(RecordLead)];

    public void Map(ModelBuilder model) => LeadForm.Map(model);
}
