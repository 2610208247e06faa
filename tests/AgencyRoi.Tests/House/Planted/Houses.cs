using AgencyRoi.Tests.House.Planted.Circle.Area.Left;
using AgencyRoi.Tests.House.Planted.Circle.Area.Right;
using AgencyRoi.Tests.House.Planted.Inside.Area;
using AgencyRoi.Tests.House.Planted.Inside.Area.Room;
using AgencyRoi.Tests.House.Planted.Tower.Area.Ground;
using AgencyRoi.Tests.House.Planted.Tower.Area.Middle;

namespace AgencyRoi.Tests.House.Planted.Upward.Above.Attic
{
    internal sealed class Roof;
}

namespace AgencyRoi.Tests.House.Planted.Upward.Below.Cellar
{
    internal sealed record Stone(Above.Attic.Roof? Over);
}

namespace AgencyRoi.Tests.House.Planted.Circle.Area.Left
{
    internal sealed record Hand(Right.Hand? Other);
}

namespace AgencyRoi.Tests.House.Planted.Circle.Area.Right
{
    internal sealed record Hand(Left.Hand? Other);
}

namespace AgencyRoi.Tests.House.Planted.Inside.Area
{
    internal sealed record Wall(Room.Picture? Behind);
}

namespace AgencyRoi.Tests.House.Planted.Inside.Area.Room
{
    internal sealed record Picture(Wall? On);
}

namespace AgencyRoi.Tests.House.Planted.Tower.Area.Ground
{
    internal sealed class Floor;
}

namespace AgencyRoi.Tests.House.Planted.Tower.Area.Middle
{
    internal sealed record Floor(Ground.Floor? Under);
}

namespace AgencyRoi.Tests.House.Planted.Tower.Area.Top
{
    internal sealed record Floor(Middle.Floor? Under);
}

namespace AgencyRoi.Tests.House.Planted.Formulas.Maths
{
    public static class Halves
    {
        public static decimal Of(decimal whole) => whole / Parts;

        public static decimal OfNobody(decimal whole) => Twice(whole) / 4m;

        public static decimal Twice(decimal whole) => whole * Parts;

        private static decimal Parts => 2m;
    }

    public enum Unasked
    {
        Never,
    }
}

namespace AgencyRoi.Tests.House.Planted.Formulas.Program
{
    internal static class Start
    {
        public static IEnumerable<decimal> Halved(IEnumerable<decimal> all) => all.Select(each => Maths.Halves.Of(each));
    }
}
