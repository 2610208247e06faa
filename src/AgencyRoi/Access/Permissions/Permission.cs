namespace AgencyRoi.Access.Permissions;

/// <summary>A right of a caller, so that a user interface offers nothing that would be refused.</summary>
[GraphQLName("TokenPermission")]
internal enum Permission
{
    /// <summary>To read what the agency has published for a client.</summary>
    ReadPublished,

    /// <summary>To read the agency's data and figures, its finances excepted.</summary>
    ReadData,

    /// <summary>To read the contacts of clients: the stages that they reached, and what they may be used for.</summary>
    ReadContacts,

    /// <summary>To read the agency's finances: hourly rates, what people cost, shared cost, its margin and its own return.</summary>
    ReadFinances,

    /// <summary>To record, correct and retract facts: hours, costs, sales, outcomes and all else that happened.</summary>
    RecordFacts,

    /// <summary>To record the stages and legal bases of contacts, and to merge and split contacts.</summary>
    RecordContacts,

    /// <summary>To erase contacts, which nobody can take back.</summary>
    EraseContacts,

    /// <summary>To bring in files of facts.</summary>
    ImportFiles,

    /// <summary>To change the data of clients.</summary>
    WriteClientData,

    /// <summary>To change what belongs to the agency as a whole: clients themselves, networks, policies.</summary>
    WriteAgencyData,

    /// <summary>To change the agency's finances: people, hourly rates, exchange rates, shared cost.</summary>
    WriteFinances,

    /// <summary>To close periods, value clients again and publish to their people.</summary>
    Publish,

    /// <summary>To give out tokens and take them back.</summary>
    ManageTokens,

    /// <summary>To invite people, change their roles and remove them.</summary>
    ManageMembers,

    /// <summary>To make owners and to remove them.</summary>
    ManageOwners,
}
