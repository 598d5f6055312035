# bash completion for morgue. The program itself knows what may follow.

_morgue() {
    local program=${1:-morgue} line=${COMP_LINE:0:COMP_POINT} kind
    program=${program/#\~\//"$HOME"/}
    COMPREPLY=()
    {
        IFS= read -r kind
        mapfile -t COMPREPLY
    } < <("$program" __complete bash -- "$line" 2>/dev/null)
    case $kind in
        files) compopt -o default ;;
        dirs) compopt -o dirnames ;;
        open) compopt -o nospace ;;
    esac 2>/dev/null
}

complete -F _morgue morgue
