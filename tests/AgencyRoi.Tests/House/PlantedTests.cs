using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace AgencyRoi.Tests.House;

/// <summary>The rules of the areas fail where they are broken: three small houses in which each is.</summary>
public sealed class PlantedTests
{
    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(typeof(PlantedTests).Assembly).Build();

    [Fact]
    public void An_area_that_knows_one_after_it_is_found() =>
        Assert.Equal(["Below.Cellar knows Above.Attic"], House("Upward").LookingUp(["Below", "Above"]));

    [Fact]
    public void Two_folders_that_know_each_other_are_found() =>
        Assert.Equal(["Area.Left knows Area.Right", "Area.Right knows Area.Left"], House("Circle").Circles());

    [Fact]
    public void A_folder_may_know_the_one_that_it_lies_in() => Assert.Empty(House("Inside").Circles());

    [Fact]
    public void Floors_are_counted_from_the_ground() => Assert.Equal(3, House("Tower").FloorsOf("Area"));

    private static Folders House(string name) => new(Code, $"AgencyRoi.Tests.House.Planted.{name}");
}
