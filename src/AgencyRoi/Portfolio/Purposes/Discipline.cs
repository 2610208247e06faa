using System.Diagnostics;

namespace AgencyRoi.Portfolio.Purposes;

/// <summary>The discipline that a purpose belongs to. It decides which value streams its goals may use.</summary>
internal enum Discipline
{
    /// <summary>To be known and liked: its return is indirect.</summary>
    Brand,

    /// <summary>To get on with the public: its return is indirect.</summary>
    Pr,

    /// <summary>To win, serve and keep customers: its return is direct, and may be indirect besides.</summary>
    Marketing,
}

internal static class Disciplines
{
    /// <summary>The discipline of a purpose for which none is given.</summary>
    public static Discipline Of(PurposeType type) =>
        type switch
        {
            PurposeType.Brand => Discipline.Brand,
            PurposeType.ProductFeedback or PurposeType.IdeaGeneration => Discipline.Pr,
            PurposeType.CustomerCare
            or PurposeType.PointOfSaleLink
            or PurposeType.PostSaleService
            or PurposeType.SocialSelling
            or PurposeType.Other => Discipline.Marketing,
            _ => throw new UnreachableException($"{type} is no type of purpose."),
        };

    /// <summary>Whether goals of a discipline may use a stream. Money that somebody pays is marketing's alone.</summary>
    public static bool MayUse(this Discipline discipline, ValueStream stream) =>
        discipline switch
        {
            Discipline.Brand or Discipline.Pr => stream is not (ValueStream.DirectSales or ValueStream.Conversions),
            Discipline.Marketing => true,
            _ => throw new UnreachableException($"{discipline} is no discipline."),
        };
}
