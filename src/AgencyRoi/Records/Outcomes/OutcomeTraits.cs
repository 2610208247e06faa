namespace AgencyRoi.Records.Outcomes;

/// <summary>The kind of service that an outcome was to the person.</summary>
internal enum ActionClass
{
    /// <summary>It taught them something.</summary>
    Educate,

    /// <summary>It drew them in: they answered, took part, passed it on.</summary>
    Engage,

    /// <summary>It helped them.</summary>
    Serve,
}

/// <summary>How good an idea is that somebody gave.</summary>
internal enum IdeaGrade
{
    /// <summary>Taken up, or to be taken up. Only such ideas are worth anything.</summary>
    Good,

    /// <summary>Worth to be kept in mind.</summary>
    Fair,

    /// <summary>Of no use.</summary>
    Poor,
}
