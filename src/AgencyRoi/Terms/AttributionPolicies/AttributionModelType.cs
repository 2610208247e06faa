namespace AgencyRoi.Terms.AttributionPolicies;

/// <summary>A rule by which conversions are credited to the touches before them. A journey of one touch gives it all credit, whatever the model.</summary>
internal enum AttributionModelType
{
    /// <summary>All to the first touch.</summary>
    FirstTouch,

    /// <summary>All to the last touch.</summary>
    LastTouch,

    /// <summary>All to the last touch that a channel or a campaign brought; where all are direct, to the last of them.</summary>
    LastNonDirectTouch,

    /// <summary>The same to each touch.</summary>
    Linear,

    /// <summary>To the first, the middle and the last touches by weights, 40, 20 and 40 unless others are given; the middle ones share theirs.</summary>
    Position,

    /// <summary>30 each to the first touch, the creation of the lead and the creation of the opportunity, 10 to the others.</summary>
    WShaped,

    /// <summary>22.5 each to the first touch, the creation of the lead, the creation of the opportunity and the last touch, 10 to the others.</summary>
    FullPath,

    /// <summary>The more the later: half as much for each half-life before the conversion, of 7 days unless another is given.</summary>
    TimeDecay,

    /// <summary>20 to the first touch, 60 to the last, 20 to those between.</summary>
    JShaped,

    /// <summary>60 to the first touch, 20 to the last, 20 to those between.</summary>
    InverseJShaped,

    /// <summary>All to the last touch that a campaign brought; where none was, to the last that is not direct.</summary>
    CampaignPriority,

    /// <summary>By a list of weights, counted from the first or the last touch; the last weight holds for all further touches.</summary>
    Custom,

    /// <summary>The client's own attribution policy of each conversion's day: what the ledger is posted by. No policy names it.</summary>
    Policy,

    /// <summary>By how many conversions would be lost without a channel, in a Markov chain of the order given: no credit for single touches.</summary>
    Markov,

    /// <summary>The Shapley value: each conversion's channels share it equally. No credit for single touches.</summary>
    Shapley,
}
