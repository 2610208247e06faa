using AgencyRoi.GraphQL;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace AgencyRoi.Tests.House;

/// <summary>The product is a house of ten areas: whoever opens one may have to read those before it, and never those after it.</summary>
public sealed class AreasTests
{
    private static readonly string[] Order =
    [
        "Platform",
        "Access",
        "Ledger",
        "Portfolio",
        "Recording",
        "Terms",
        "Records",
        "Returns",
        "Reports",
        "Entry",
    ];

    private static readonly Assembly Product = typeof(ProductModule).Assembly;
    private static readonly Assembly Engine = typeof(GraphQL.GraphQLEngine).Assembly;
    private static readonly Assembly Maths = typeof(Money).Assembly;
    private static readonly Assembly Server = typeof(PrivatePostgres).Assembly;
    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(Product, Engine, Maths, Server).Build();
    private static readonly Folders Folders = new(new ArchLoader().LoadAssemblies(Product).Build(), nameof(AgencyRoi));

    [Fact]
    public void An_area_knows_only_those_before_it() => Assert.Empty(Folders.LookingUp(Order));

    [Fact]
    public void No_folders_know_each_other_in_a_circle() => Assert.Empty(Folders.Circles());

    [Fact]
    public void An_area_has_four_floors_at_most() => Assert.All(Order, area => Assert.InRange(Folders.FloorsOf(area), 1, 4));

    [Fact]
    public void The_order_names_each_area_once() => Assert.Equal(Order.Order(), Folders.Areas.Order());

    [Fact]
    public void The_root_holds_the_program_and_the_list_of_modules() =>
        Assert.Equal(
            ["Modules.cs", "Program.cs"],
            Directory.EnumerateFiles(Folder("src/AgencyRoi"), "*.cs").Select(Path.GetFileName).Order()
        );

    [Fact]
    public void The_readme_draws_the_tree() =>
        Assert.Equal(
            from area in Order
            select $"{area}/ {string.Join(' ', Directory.EnumerateDirectories(Folder($"src/AgencyRoi/{area}")).Select(Path.GetFileName).Order(StringComparer.Ordinal))}".TrimEnd(),
            from line in Repository.Read("README.md").Split('\n')
            let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            where words.Length > 0 && words[0].EndsWith('/') && Order.Contains(words[0].TrimEnd('/'))
            select string.Join(' ', words)
        );

    [Fact]
    public void The_product_shows_nothing_to_others() =>
        Types().That().ResideInAssembly(Product, Server).And().DoNotHaveName("Program").Should().NotBePublic().Check(Code);

    [Fact]
    public void The_engine_knows_nothing_of_agencies() =>
        Types().That().ResideInAssembly(Engine).Should().NotDependOnAnyTypesThat().ResideInAssembly(Product, Maths, Server).Check(Code);

    [Fact]
    public void The_maths_knows_nothing_but_itself() =>
        Types().That().ResideInAssembly(Maths).Should().NotDependOnAnyTypesThat().ResideInAssembly(Product, Engine, Server).Check(Code);

    [Fact]
    public void The_private_server_knows_nothing_of_the_product() =>
        Types().That().ResideInAssembly(Server).Should().NotDependOnAnyTypesThat().ResideInAssembly(Product, Engine, Maths).Check(Code);

    private static string Folder(string path) => Repository.PathOf(path);
}
