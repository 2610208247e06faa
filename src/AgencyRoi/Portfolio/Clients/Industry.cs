namespace AgencyRoi.Portfolio.Clients;

/// <summary>The line of business of a client, to compare like with like.</summary>
internal enum Industry
{
    /// <summary>Farming, forestry, fishing.</summary>
    Agriculture,

    /// <summary>Vehicles, their parts, sale and repair.</summary>
    Automotive,

    /// <summary>Cosmetics and personal care.</summary>
    Beauty,

    /// <summary>Building and its trades.</summary>
    Construction,

    /// <summary>Branded goods for daily use.</summary>
    ConsumerGoods,

    /// <summary>Schools, universities, training.</summary>
    Education,

    /// <summary>Power, gas, water, fuels.</summary>
    Energy,

    /// <summary>Games, music, film, leisure parks.</summary>
    Entertainment,

    /// <summary>Clothes, shoes, accessories.</summary>
    Fashion,

    /// <summary>Banking, insurance, investment.</summary>
    Finance,

    /// <summary>Food and drink makers and brands.</summary>
    FoodAndDrink,

    /// <summary>Public administration.</summary>
    Government,

    /// <summary>Care, medicine, pharmacy.</summary>
    Health,

    /// <summary>Hotels, restaurants, travel.</summary>
    Hospitality,

    /// <summary>Industrial goods and machines.</summary>
    Manufacturing,

    /// <summary>Publishers and broadcasters.</summary>
    Media,

    /// <summary>Charities and associations.</summary>
    NonProfit,

    /// <summary>Law, accounting, consulting, agencies.</summary>
    ProfessionalServices,

    /// <summary>Sale and letting of property.</summary>
    RealEstate,

    /// <summary>Shops, on the street or online.</summary>
    Retail,

    /// <summary>Clubs, fitness, sporting goods.</summary>
    Sports,

    /// <summary>Software, hardware, IT services.</summary>
    Technology,

    /// <summary>Telephone and network operators.</summary>
    Telecommunications,

    /// <summary>Moving people and goods.</summary>
    Transport,

    /// <summary>None of the others.</summary>
    Other,
}
