namespace AgencyRoi.Records.ConsumerBenefits;

/// <summary>Kinds of benefits to consumers, each named by the thing that the people get.</summary>
internal enum ConsumerBenefitKind
{
    /// <summary>A lower price: a coupon or a discount, counted when it is redeemed.</summary>
    Coupon,

    /// <summary>Time that they did not have to spend, such as on a call or on the way to a shop. It is given in hours, with the worth of an hour.</summary>
    TimeSaved,

    /// <summary>Help that others charge for, such as advice or a repair.</summary>
    Service,

    /// <summary>Something to read, see, hear or play that others charge for.</summary>
    Content,

    /// <summary>A thing for nothing: a sample, a prize, a present.</summary>
    Gift,

    /// <summary>Another benefit; the method says which.</summary>
    Other,
}

/// <summary>How the worth of a benefit to consumers is known, the strongest first.</summary>
internal enum ConsumerBenefitBasis
{
    /// <summary>Printed or agreed: the reduction that a coupon gives, the price of the same thing for those who pay.</summary>
    FaceValue,

    /// <summary>The people were asked what it is worth to them.</summary>
    Surveyed,

    /// <summary>Somebody states it, by a method or by experience.</summary>
    Stated,
}
