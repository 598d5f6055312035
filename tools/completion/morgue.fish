# fish completion for morgue. The program itself knows what may follow.

function __morgue_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] __complete fish -- $words[2..-1] "$current" 2>/dev/null)
    set -l head (string split -m 1 \t -- $lines[1])
    switch "$head[1]"
        case files
            __morgue_files "$head[2]" (string replace -- "$head[2]" '' $current)
        case dirs
            __morgue_files "$head[2]" (string replace -- "$head[2]" '' $current) | string match -r '^.*/(?:\t.*)?$'
        case '*'
            string join \n -- $lines[2..-1]
    end
end

# Files that begin so, behind what stands before a name as in --index=DIR.
function __morgue_files --argument-names before beginning
    for file in (complete -C "'' $beginning")
        echo -- $before$file
    end
end

complete -c morgue -f -a '(__morgue_complete)'
