using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>The classes of this folder under BenchmarkDotNet.</summary>
internal static class MicroBenchmarks
{
    // In this process: BenchmarkDotNet's own project would not find what the build rules of this repository put elsewhere.
    private static readonly IConfig Config = ManualConfig
        .CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.Console)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "agency-roi-benchmarks"));

    public static void Run(string[] arguments) =>
        BenchmarkSwitcher
            .FromTypes([
                typeof(Lexing),
                typeof(Parsing),
                typeof(Validating),
                typeof(Planning),
                typeof(Executing),
                typeof(Writing),
                typeof(Pricing),
                typeof(Loading),
                typeof(ColdDocument),
            ])
            .Run(arguments.Length == 0 ? ["--filter", "*"] : arguments, Config);
}
