namespace AgencyRoi.Metrics;

/// <summary>Whose return an entry belongs to.</summary>
public enum Viewpoint
{
    /// <summary>The client's return on what the client paid, the agency's fee included.</summary>
    Client,

    /// <summary>The agency's margin: fees received against what the agency paid itself.</summary>
    Agency,
}

/// <summary>The side that an entry adds to.</summary>
public enum EntrySide
{
    /// <summary>The return.</summary>
    Value,

    /// <summary>The cost.</summary>
    Cost,
}

/// <summary>The basis of an amount of value.</summary>
public enum ValuationBasis
{
    /// <summary>The contribution of a sale: its amount times the client's margin.</summary>
    Margin,

    /// <summary>A sale's whole amount, where no margin is known.</summary>
    Revenue,

    /// <summary>Quantity times the value that was agreed for a unit.</summary>
    Stated,

    /// <summary>The price of the same thing bought. Saved, not earned: its return class is that of cost avoided.</summary>
    ReplacementCost,
}

/// <summary>The payer of a cost.</summary>
public enum PaidBy
{
    /// <summary>The client: part of the client's return.</summary>
    Client,

    /// <summary>The agency: part of the agency's margin only.</summary>
    Agency,
}

/// <summary>The category of a cost.</summary>
public enum CostCategory
{
    /// <summary>Hours of the people who do the work, at their loaded cost.</summary>
    StaffTime,

    /// <summary>Hours of those who lead it.</summary>
    ManagementTime,

    /// <summary>Platforms and tools.</summary>
    Platform,

    /// <summary>Media.</summary>
    AdSpend,

    /// <summary>Refunds and discounts given as service or goodwill. A returned sale is negative value instead.</summary>
    RefundDiscount,

    /// <summary>Research.</summary>
    Research,

    /// <summary>Training.</summary>
    Training,

    /// <summary>Conferences and travel.</summary>
    Conference,

    /// <summary>Content and creative work.</summary>
    Content,

    /// <summary>Freelancers and influencers.</summary>
    Contractor,

    /// <summary>The fees that the agency charges the client.</summary>
    AgencyFee,

    /// <summary>A share of what cannot be given to one client.</summary>
    Overhead,

    /// <summary>Anything else; the description says what.</summary>
    Other,
}

/// <summary>The kind of what is recorded as a sale or another conversion.</summary>
public enum ConversionType
{
    /// <summary>An order.</summary>
    Sale,

    /// <summary>A purchase in a shop.</summary>
    InStore,

    /// <summary>A contact who may buy.</summary>
    Lead,

    /// <summary>A demonstration.</summary>
    Demo,

    /// <summary>A registration.</summary>
    Registration,

    /// <summary>A download.</summary>
    Download,

    /// <summary>An account opened.</summary>
    SignUp,

    /// <summary>A booking.</summary>
    Booking,

    /// <summary>Anything else; the description says what.</summary>
    Other,
}
