using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AgencyRoi.Entry.Terminal;

/// <summary>A bar with the part that is done, the rows a second and the time that is left; it goes when its work is done.</summary>
internal static class ProgressBar
{
    /// <param name="unit">What the speed counts; the bar itself may go by something else, such as the bytes of a file.</param>
    public static Progress On(IAnsiConsole terminal, string unit = "rows", Func<long>? counted = null) =>
        terminal
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new SpeedColumn(unit, counted),
                new RemainingTimeColumn()
            );

    private sealed class SpeedColumn(string unit, Func<long>? counted) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var seconds = task.ElapsedTime?.TotalSeconds ?? 0;
            var speed = seconds > 0 ? (counted?.Invoke() ?? task.Value) / seconds : 0;
            return new Text(string.Create(CultureInfo.InvariantCulture, $"{speed:N0} {unit}/s"));
        }
    }
}
